import { created } from "../../examples";
import type { ReviewRule } from "../../review-rule";

export const argumentOverridden: ReviewRule = {
  code: "argument-overridden",
  summary:
    "A resource changes whose arguments the environment overrides: no check of this project covers these arguments.",
  source: "https://developer.hashicorp.com/terraform/cdktf/concepts/resources#escape-hatch",
  fail: [
    {
      ...created("aws_sqs_queue", {}),
      output_changes: {
        overridden_arguments: { actions: ["no-op"], before: null, after: { "aws_sqs_queue.example": ["fifo_queue"] } },
      },
    },
  ],
  pass: [
    {
      ...created("aws_sqs_queue", {}),
      output_changes: {
        overridden_arguments: { actions: ["no-op"], before: null, after: { "aws_sqs_queue.other": ["fifo_queue"] } },
      },
    },
  ],
  find: ({ changes, plan, drifted }) =>
    drifted
      ? []
      : changes
          .filter(({ action }) => action === "create" || action === "update" || action === "replace")
          .flatMap(({ address }) => {
            const names = plan.overridden.get(address) ?? [];
            return names.length === 0
              ? []
              : [{ address, message: `${names.join(", ")} overridden by the environment` }];
          }),
};
