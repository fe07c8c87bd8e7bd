import type { ReviewRule } from "../../review-rule";
import { create } from "./examples";

export const resourceForgotten: ReviewRule = {
  code: "resource-forgotten",
  class: "attention",
  summary: "Terraform forgets a resource that stays in AWS: from then on no Terraform changes, secures or deletes it.",
  source: "https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources",
  fail: [{ resource_changes: [{ ...create, change: { actions: ["forget"], before: { name: "jobs" }, after: null } }] }],
  pass: [{ resource_changes: [create] }],
  find: ({ changes }) =>
    changes
      .filter(({ action }) => action === "forget")
      .map(({ address }) => ({ address, message: "it leaves the state and stays in AWS" })),
};
