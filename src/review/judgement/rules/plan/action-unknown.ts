import type { ReviewRule } from "../../review-rule";
import { create } from "./examples";

export const actionUnknown: ReviewRule = {
  code: "action-unknown",
  class: "attention",
  summary: "The plan contains an action that this version of the review does not know.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#change-representation",
  fail: [{ resource_changes: [{ ...create, change: { actions: ["teleport"] } }] }],
  pass: [{ resource_changes: [create] }],
  find: ({ changes }) =>
    changes
      .filter(({ action }) => action === "unknown")
      .map(({ address }) => ({ address, message: "what Terraform would do with it is not known here" })),
};
