import type { ReviewRule } from "../../review-rule";

export const planIncomplete: ReviewRule = {
  code: "plan-incomplete",
  class: "attention",
  summary: "Terraform failed while it planned, or the plan is incomplete: the missing part has not been reviewed.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#plan-representation",
  fail: [{ complete: false }],
  pass: [{ complete: true }],
  find: ({ plan, drifted }) => {
    if (drifted) return [];
    if (plan.errored) return [{ message: "Terraform failed while it made this plan" }];
    return plan.complete ? [] : [{ message: "the plan is not all: another one is needed after it is applied" }];
  },
};
