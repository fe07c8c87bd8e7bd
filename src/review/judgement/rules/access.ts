import { withoutKeys } from "../../plan/address";
import type { Change, Plan } from "../../plan/plan";
import { at, booleanAt, isEmpty, textAt, textsAt } from "../../plan/value";
import { type Comparison, comparePolicies, type Permission } from "../../policies/compare";
import { permissionInWords } from "../../policies/in-words";
import { emptyPolicy, type Policy, readPolicy } from "../../policies/policy";
import { policyAfter } from "../../policies/template";
import { created, policy, updated } from "../examples";
import { eachChange, type Found, type JudgementContext, type ReviewRule } from "../review-rule";
import { bucketStays } from "./encryption";

/** Attributes that hold a policy, of whatever type; those of other grammars are told by what is in them. */
const policyAttributes = [
  "policy",
  "assume_role_policy",
  "access_policy",
  "access_policies",
  "resource_policy",
  "key_policy",
  "policy_document",
];

/** What a policy is attached to. */
const targets = [
  "role",
  "user",
  "group",
  "bucket",
  "queue_url",
  "arn",
  "key_id",
  "repository",
  "repository_name",
  "secret_arn",
  "function_name",
  "topic_arn",
  "resource_arn",
];

const statement = (actions: readonly string[]) => ({ Effect: "Allow", Action: actions, Resource: "*" });
const rolePolicy = (actions: readonly string[]) => ({ role: "build", policy: policy(statement(actions)) });

const policyBroadened: ReviewRule = {
  code: "policy-broadened",
  class: "attention",
  summary:
    'A role, trust or resource policy allows more than before, or denies less. A different order, a different Sid, or a narrower policy is not reported. New permissions are listed, also where Terraform says "known after apply".',
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  fail: updated("aws_iam_role_policy", rolePolicy(["s3:GetObject"]), rolePolicy(["s3:GetObject", "s3:PutObject"])),
  pass: updated("aws_iam_role_policy", rolePolicy(["s3:GetObject", "s3:PutObject"]), rolePolicy(["s3:GetObject"])),
  find: (context) =>
    comparisons(context).flatMap(({ change, attribute, comparison }): Found[] => {
      if (comparison.verdict !== "broader") return [];
      const permissions = comparison.permissions.filter((each) => !isTlsOnly(each));
      return permissions.length === 0
        ? []
        : [
            {
              address: change.address,
              message: `${nameOf(attribute)} allows more than before`,
              permissions: permissions.map(permissionInWords),
            },
          ];
    }),
};

const policyUnclear: ReviewRule = {
  code: "policy-unclear",
  class: "attention",
  summary:
    "The review cannot say whether a policy allows more than before: its text is known only after apply, or its conditions cannot be compared. Read the policy.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  fail: {
    resource_changes: [
      {
        address: "aws_iam_role_policy.example",
        type: "aws_iam_role_policy",
        name: "example",
        change: {
          actions: ["update"],
          before: rolePolicy(["s3:GetObject"]),
          after: { role: "build" },
          after_unknown: { policy: true },
        },
      },
    ],
  },
  pass: updated(
    "aws_iam_role_policy",
    rolePolicy(["s3:PutObject", "s3:GetObject"]),
    rolePolicy(["s3:GetObject", "s3:PutObject"]),
  ),
  find: (context) =>
    comparisons(context).flatMap(({ change, attribute, comparison }) =>
      comparison.verdict === "cannot-tell"
        ? [
            {
              address: change.address,
              message: `whether ${nameOf(attribute)} allows more than before cannot be told: ${comparison.why}`,
            },
          ]
        : [],
    ),
};

const tlsOnlyRemoved: ReviewRule = {
  code: "tls-only-removed",
  class: "attention",
  summary: "A policy no longer refuses plain HTTP: requests and their content can be read in transit.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  fail: updated(
    "aws_s3_bucket_policy",
    { bucket: "images", policy: policy(tlsOnly("false")) },
    { bucket: "images", policy: policy() },
  ),
  pass: updated(
    "aws_s3_bucket_policy",
    { bucket: "images", policy: policy() },
    { bucket: "images", policy: policy(tlsOnly("false")) },
  ),
  find: (context) =>
    comparisons(context).flatMap(({ change, comparison }) =>
      comparison.verdict === "broader" && comparison.permissions.some(isTlsOnly)
        ? [{ address: change.address, message: "plain HTTP is not refused any longer" }]
        : [],
    ),
};

function tlsOnly(value: string) {
  return {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": value } },
  };
}

function isTlsOnly({ kind, conditions }: Permission): boolean {
  return (
    kind === "undenied" &&
    conditions.some(({ key, values }) => key.toLowerCase() === "aws:securetransport" && values.includes("false"))
  );
}

const attachments: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role_policy_attachment: ["role"],
  aws_iam_user_policy_attachment: ["user"],
  aws_iam_group_policy_attachment: ["group"],
  aws_iam_policy_attachment: ["roles", "users", "groups"],
  aws_ssoadmin_managed_policy_attachment: ["permission_set_arn"],
};

const policyAttached: ReviewRule = {
  code: "policy-attached",
  class: "attention",
  summary:
    "A managed policy is attached to an existing role, user or group, with everything that it allows now and in later versions.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  fail: created("aws_iam_role_policy_attachment", {
    role: "build",
    policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
  }),
  pass: {
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
  find: eachChange((change, { plan, drifted }) => {
    if (drifted) return attachedOutside(change, plan);
    const to = attachments[change.type];
    if (to === undefined || (change.action !== "create" && change.action !== "replace" && change.action !== "update"))
      return [];
    const arn = at(change.after, "policy_arn");
    const isSame = textAt(change.before, "policy_arn") === arn;
    if (change.action === "create" ? isAttachedToNew(change, to, plan) : isSame) return [];
    return [`${typeof arn === "string" ? arn : "a policy that is known after apply"} is attached`];
  }),
};

/** Policies that somebody has attached outside, without those that Terraform itself attaches by resources of their own. */
function attachedOutside({ type, before, after }: Change, plan: Plan): string[] {
  if (type !== "aws_iam_role") return [];
  const name = textAt(after, "name");
  const own = plan.changes.flatMap((each) =>
    each.type === "aws_iam_role_policy_attachment" && textAt(each.before, "role") === name
      ? (textAt(each.before, "policy_arn") ?? [])
      : [],
  );
  // Where Terraform only looks for drift, the plan holds no other resources, but their code.
  const inCode = plan.configuration
    .ofType("aws_iam_role_policy_attachment")
    .flatMap((address) => plan.configuration.template(address, "policy_arn") ?? []);
  const known = [...own, ...inCode, ...textsAt(before, "managed_policy_arns")];
  return textsAt(after, "managed_policy_arns")
    .filter((arn) => !known.includes(arn))
    .map((arn) => `${arn} is attached`);
}

const boundaryRemoved: ReviewRule = {
  code: "boundary-removed",
  class: "attention",
  summary: "The permissions boundary of a role or user is removed or replaced, so its maximum permissions change.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  fail: updated(
    "aws_iam_role",
    { permissions_boundary: "arn:aws:iam::123456789012:policy/limit" },
    { permissions_boundary: null },
  ),
  pass: updated(
    "aws_iam_role",
    { permissions_boundary: null },
    { permissions_boundary: "arn:aws:iam::123456789012:policy/limit" },
  ),
  find: eachChange(({ differences }) =>
    differences
      .filter(({ path, before }) => path[0] === "permissions_boundary" && !isEmpty(before))
      .map(({ after }) =>
        isEmpty(after) ? "its permissions boundary is taken away" : "its permissions boundary is replaced",
      ),
  ),
};

const blocks = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

const publicAccessBlockRemoved: ReviewRule = {
  code: "public-access-block-removed",
  class: "attention",
  summary: "The public access block of a bucket is removed or disabled.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  fail: updated(
    "aws_s3_bucket_public_access_block",
    { bucket: "images", block_public_policy: true },
    { bucket: "images", block_public_policy: false },
  ),
  pass: updated(
    "aws_s3_bucket_public_access_block",
    { bucket: "images", block_public_policy: false },
    { bucket: "images", block_public_policy: true },
  ),
  find: eachChange((change, { plan }) => {
    const { type, action, before, after } = change;
    if (!/^aws_s3_(bucket|account)_public_access_block$/.test(type)) return [];
    if (action === "delete") return bucketStays(change, plan) ? ["it is taken away, and the bucket stays"] : [];
    const off = blocks.filter((name) => booleanAt(before, name) === true && at(after, name) === false);
    return off.length === 0 ? [] : [`${off.join(", ")} ${off.length === 1 ? "is" : "are"} switched off`];
  }),
};

interface PolicyComparison {
  readonly change: Change;
  readonly attribute: string;
  readonly comparison: Comparison;
}

/** Compared once for a context; three rules look at it. */
const compared = new WeakMap<JudgementContext, readonly PolicyComparison[]>();

function comparisons(context: JudgementContext): readonly PolicyComparison[] {
  const known = compared.get(context);
  if (known !== undefined) return known;
  const found = context.changes
    .filter(({ mode, action }) => mode === "managed" && !["none", "read", "unknown", "forget"].includes(action))
    .flatMap((change) => policiesOf(change).flatMap((attribute) => compareAttribute(change, attribute, context) ?? []));
  compared.set(context, found);
  return found;
}

function policiesOf({ before, after }: Change): string[] {
  return policyAttributes.filter((attribute) => !isEmpty(at(before, attribute)) || !isEmpty(at(after, attribute)));
}

function compareAttribute(change: Change, attribute: string, context: JudgementContext): PolicyComparison | undefined {
  const { plan, drifted } = context;
  const was = textBefore(change, attribute, plan);
  const old = was === undefined ? undefined : readPolicy(was);
  const result = (comparison: Comparison): PolicyComparison => ({ change, attribute, comparison });
  // Of a resource that goes, or is attached to one that goes, nothing is left to be allowed.
  if (change.action === "delete")
    return old === undefined || isItsOwn(change, attribute) || isGone(change, plan)
      ? undefined
      : result(comparePolicies(old, emptyPolicy));
  if (change.action === "create" && (isItsOwn(change, attribute) || isAttachedToNew(change, targets, plan)))
    return undefined;
  // What the code does not set, another resource or AWS itself has made, as the policy of a topic beside its aws_sns_topic_policy.
  const { configuration } = plan;
  if (configuration.knows(change.address) && !configuration.sets(change.address, attribute)) return undefined;
  if (drifted && isOfSibling(change, attribute, plan)) return undefined;
  const now = drifted ? textNow(change, attribute) : policyAfter(change, attribute, plan);
  if (now === undefined) return old === undefined ? undefined : result(comparePolicies(old, emptyPolicy));
  if ("unknown" in now) return result({ verdict: "cannot-tell", why: now.unknown });
  const read: Policy | undefined = readPolicy(now.text);
  // A lifecycle policy of ECR, a delivery policy of SNS: another grammar.
  if (read === undefined)
    return old === undefined ? undefined : result({ verdict: "cannot-tell", why: "its new text is not a policy" });
  if (was !== undefined && old === undefined) return undefined;
  return result(comparePolicies(old ?? emptyPolicy, read));
}

/**
 * The text before. Of a policy that moves from one bucket or role to another that takes its place, as if it had been about the new one all
 * the time: that nothing is denied of the old one any longer is no loss.
 */
function textBefore({ action, before, after, address }: Change, attribute: string, plan: Plan): string | undefined {
  const text = textAt(before, attribute);
  if (text === undefined || action !== "replace") return text;
  return targets.reduce((moved, target) => {
    const old = textAt(before, target);
    const now = textAt(after, target) ?? newName(address, target, plan);
    return old === undefined || now === undefined || old.length < 3 ? moved : moved.replaceAll(old, now);
  }, text);
}

/** Whether another resource holds the same policy: a topic shows that of its aws_sns_topic_policy as its own after the first apply. */
function isOfSibling({ address, after }: Change, attribute: string, { changes }: Plan): boolean {
  const now = JSON.stringify(readPolicy(textAt(after, attribute) ?? ""));
  return changes.some(
    (each) => each.address !== address && JSON.stringify(readPolicy(textAt(each.before, attribute) ?? "")) === now,
  );
}

/** What the resource that a target refers to will be called, where its id is known after apply alone. */
function newName(address: string, target: string, { changes, configuration }: Plan): string | undefined {
  const referenced = configuration.references(address, [target]);
  const found = changes.find((each) => !each.deposed && referenced.includes(withoutKeys(each.address)));
  return found === undefined ? undefined : (textAt(found.after, target) ?? textAt(found.after, "name"));
}

function textNow({ after }: Change, attribute: string) {
  const text = textAt(after, attribute);
  return text === undefined ? undefined : { text };
}

/** Whether the policy is part of what it protects, as that of a key or the trust policy of a role, and so new or gone with it. */
function isItsOwn({ type, after, before }: Change, attribute: string): boolean {
  if (attribute === "assume_role_policy" || type === "aws_iam_policy") return true;
  const value = isEmpty(after) ? before : after;
  // Of a topic or a key, `arn` and `key_id` are its own; its policy resource has the same attribute, and the policy for its purpose.
  return (
    !/_(policy|permission)$/.test(type) &&
    !targets.some((target) => target !== "arn" && target !== "key_id" && !isEmpty(at(value, target)))
  );
}

function isAttachedToNew(change: Change, attributes: readonly string[], plan: Plan): boolean {
  const names = attributes.flatMap((attribute) =>
    [...textsAt(change.after, attribute), textAt(change.after, attribute) ?? []].flat(),
  );
  const isNew = ({ action, deposed }: Change): boolean => action === "create" && !deposed;
  const referenced = attributes.flatMap((attribute) => plan.configuration.references(change.address, [attribute]));
  if (referenced.length > 0)
    return referenced.some((address) =>
      plan.changes.some((each) => isNew(each) && withoutKeys(each.address) === address),
    );
  return plan.changes.some(
    (each) =>
      isNew(each) &&
      ["name", "bucket", "id", "arn"].some((attribute) => names.includes(textAt(each.after, attribute) ?? "\n")),
  );
}

function isGone(change: Change, plan: Plan): boolean {
  const names = targets.flatMap((attribute) => textAt(change.before, attribute) ?? []);
  return plan.changes.some(
    (each) =>
      each !== change &&
      each.action === "delete" &&
      ["id", "arn", "name", "bucket"].some((attribute) => names.includes(textAt(each.before, attribute) ?? "\n")),
  );
}

function nameOf(attribute: string): string {
  return attribute === "assume_role_policy" ? "its trust policy" : "its policy";
}

export const accessRules = [
  policyBroadened,
  policyUnclear,
  tlsOnlyRemoved,
  policyAttached,
  boundaryRemoved,
  publicAccessBlockRemoved,
];
