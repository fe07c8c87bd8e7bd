import { own } from "../../../../collections/own";
import type { Change, Plan } from "../../../plan/plan";
import { at, textAt, textsAt } from "../../../plan/value";
import { created } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { isAttachedToNew } from "./policy-texts";

const attachments: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role_policy_attachment: ["role"],
  aws_iam_user_policy_attachment: ["user"],
  aws_iam_group_policy_attachment: ["group"],
  aws_iam_policy_attachment: ["roles", "users", "groups"],
  aws_ssoadmin_managed_policy_attachment: ["permission_set_arn"],
};

export const policyAttached: ReviewRule = {
  code: "policy-attached",
  summary:
    "A managed policy is attached to an existing role, user or group, with everything that it allows now and in later versions.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  fail: [
    created("aws_iam_role_policy_attachment", {
      role: "build",
      policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
    }),
  ],
  pass: [
    {
      resource_changes: [
        {
          address: "aws_iam_role.build",
          type: "aws_iam_role",
          name: "build",
          change: { actions: ["create"], before: null, after: { name: "build" } },
        },
        ...(created("aws_iam_role_policy_attachment", {
          role: "build",
          policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
        }).resource_changes ?? []),
      ],
    },
    {
      resource_changes: [
        {
          address: "aws_iam_role.build",
          type: "aws_iam_role",
          name: "build",
          change: {
            actions: ["no-op"],
            before: { name: "build", managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
            after: { name: "build", managed_policy_arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
          },
        },
        ...(created("aws_iam_role_policy_attachment", {
          role: "build",
          policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
        }).resource_changes ?? []),
      ],
    },
  ],
  find: eachChange((change, { plan, drifted }) => {
    if (drifted) return attachedOutside(change, plan);
    const to = own(attachments, change.type);
    if (to === undefined || (change.action !== "create" && change.action !== "replace" && change.action !== "update"))
      return [];
    const arn = at(change.after, "policy_arn");
    const isSame = textAt(change.before, "policy_arn") === arn;
    if (change.action === "create" ? isAttachedToNew(change, to, plan) || isAttached(change, plan) : isSame) return [];
    return [`${typeof arn === "string" ? arn : "a policy that is known after apply"} is attached`];
  }),
};

/** Checks whether a role has a policy already, which Terraform now also manages with a resource of its own. */
function isAttached({ after }: Change, plan: Plan): boolean {
  const arn = textAt(after, "policy_arn");
  return plan.changes.some(
    ({ type, before }) =>
      type === "aws_iam_role" &&
      textAt(before, "name") === textAt(after, "role") &&
      arn !== undefined &&
      textsAt(before, "managed_policy_arns").includes(arn),
  );
}

/** Returns messages about policies that were attached outside Terraform, except those that Terraform attaches with separate resources. */
function attachedOutside({ type, before, after }: Change, plan: Plan): string[] {
  if (type !== "aws_iam_role") return [];
  const name = textAt(after, "name");
  const attached = plan.changes.flatMap((each) =>
    each.type === "aws_iam_role_policy_attachment" && textAt(each.before, "role") === name
      ? (textAt(each.before, "policy_arn") ?? [])
      : [],
  );
  // If Terraform only looks for drift, the plan contains no changes of other resources, only their code.
  const inCode = plan.configuration
    .ofType("aws_iam_role_policy_attachment")
    .flatMap((address) => plan.configuration.template(address, "policy_arn") ?? []);
  const known = [...attached, ...inCode, ...textsAt(before, "managed_policy_arns")];
  return textsAt(after, "managed_policy_arns")
    .filter((arn) => !known.includes(arn))
    .map((arn) => `${arn} is attached`);
}
