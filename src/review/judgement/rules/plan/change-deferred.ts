import type { ReviewRule } from "../../review-rule";
import { create } from "./examples";

export const changeDeferred: ReviewRule = {
  code: "change-deferred",
  class: "attention",
  summary: "Terraform defers a change until more is known: the change has not been reviewed.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#plan-representation",
  fail: [{ deferred_changes: [{ reason: "resource_config_unknown", resource_change: create }] }],
  pass: [{ deferred_changes: [] }],
  find: ({ plan, drifted }) =>
    drifted
      ? []
      : plan.deferred.map(({ address, reason }) => ({
          address,
          message: `it is put off (${reason.replaceAll("_", " ")})`,
        })),
};
