import type { ReviewRule } from "../../review-rule";

export const checkFailed: ReviewRule = {
  code: "check-failed",
  summary:
    "A check block, precondition or postcondition of the configuration failed. Terraform applies the plan anyway.",
  source: "https://developer.hashicorp.com/terraform/language/checks",
  fail: [
    {
      checks: [
        {
          address: { to_display: "check.health" },
          status: "fail",
          instances: [{ problems: [{ message: "the service does not answer" }] }],
        },
      ],
    },
  ],
  pass: [{ checks: [{ address: { to_display: "check.health" }, status: "pass" }] }],
  find: ({ plan, drifted }) =>
    drifted
      ? []
      : plan.failedChecks.map(({ address, status, problems }) => ({
          message: `${address} ${status === "fail" ? "has failed" : "could not be evaluated"}${problems.length === 0 ? "" : `: ${problems.join("; ")}`}`,
        })),
};
