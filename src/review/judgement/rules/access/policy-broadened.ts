import { permissionInWords } from "../../../policies/in-words";
import { eachWay, policy, updated } from "../../examples";
import type { ReviewRule } from "../../review-rule";
import { eachPolicy, nameOf } from "./policy-comparisons";
import { isTlsOnly } from "./tls-only-removed";

const statement = (actions: readonly string[]) => ({ Effect: "Allow", Action: actions, Resource: "*" });

/** Attributes of a role policy that allows actions on all resources. */
export const rolePolicy = (actions: readonly string[]) => ({ role: "build", policy: policy(statement(actions)) });

export const policyBroadened: ReviewRule = {
  code: "policy-broadened",
  summary:
    'A role, trust or resource policy allows more than before, or denies less. A different order, a different Sid, or a narrower policy is not reported. New permissions are listed, also where Terraform says "known after apply".',
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  ...eachWay(
    updated,
    "aws_iam_role_policy",
    rolePolicy(["s3:GetObject"]),
    rolePolicy(["s3:GetObject", "s3:PutObject"]),
  ),
  find: eachPolicy(({ attribute, comparison }) => {
    if (comparison.verdict !== "broader") return undefined;
    const permissions = comparison.permissions.filter((each) => !isTlsOnly(each)).map(permissionInWords);
    return permissions.length === 0
      ? undefined
      : { message: `${nameOf(attribute)} allows more than before`, permissions };
  }),
};
