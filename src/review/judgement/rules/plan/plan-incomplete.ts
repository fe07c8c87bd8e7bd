import type { Plan } from "../../../plan/plan";
import { created, resourceChange } from "../../examples";
import type { Found, ReviewRule } from "../../review-rule";

export const planIncomplete: ReviewRule = {
  code: "plan-incomplete",
  summary:
    "The plan cannot be reviewed as a whole: Terraform failed, leaves something for another plan, puts a change off, or plans an action that this version of the review does not know.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#plan-representation",
  fail: [
    { complete: false },
    { errored: true },
    {
      deferred_changes: [
        { reason: "resource_config_unknown", resource_change: resourceChange("aws_sqs_queue", ["create"], null, {}) },
      ],
    },
    { resource_changes: [resourceChange("aws_sqs_queue", ["teleport"], null, {})] },
  ],
  pass: [{ complete: true }, { deferred_changes: [], ...created("aws_sqs_queue", {}) }],
  find: ({ plan, changes, drifted }) => [
    ...(drifted ? [] : ofPlan(plan)),
    ...changes
      .filter(({ action }) => action === "unknown")
      .map(({ address }) => ({ address, message: "what Terraform would do with it is not known here" })),
  ],
};

function ofPlan({ errored, complete, deferred }: Plan): Found[] {
  const putOff = deferred.map(({ address, reason }) => ({
    address,
    message: `it is put off (${reason.replaceAll("_", " ")})`,
  }));
  if (errored) return [{ message: "Terraform failed while it made this plan" }, ...putOff];
  return complete ? putOff : [{ message: "the plan is not all: another one is needed after it is applied" }, ...putOff];
}
