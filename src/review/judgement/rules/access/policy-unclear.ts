import { updated } from "../../examples";
import type { ReviewRule } from "../../review-rule";
import { rolePolicy } from "./policy-broadened";
import { eachPolicy, nameOf } from "./policy-comparisons";

export const policyUnclear: ReviewRule = {
  code: "policy-unclear",
  summary:
    "The review cannot say whether a policy allows more than before: its text is known only after apply, or its conditions cannot be compared. Read the policy.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  fail: [
    {
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
  ],
  pass: [
    updated(
      "aws_iam_role_policy",
      rolePolicy(["s3:PutObject", "s3:GetObject"]),
      rolePolicy(["s3:GetObject", "s3:PutObject"]),
    ),
  ],
  find: eachPolicy(({ attribute, comparison }) =>
    comparison.verdict === "cannot-tell"
      ? { message: `whether ${nameOf(attribute)} allows more than before cannot be told: ${comparison.why}` }
      : undefined,
  ),
};
