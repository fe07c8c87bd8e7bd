import { created, resourceChange } from "../../examples";
import type { ReviewRule } from "../../review-rule";

export const resourceForgotten: ReviewRule = {
  code: "resource-forgotten",
  summary: "Terraform forgets a resource that stays in AWS: from then on no Terraform changes, secures or deletes it.",
  source: "https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources",
  fail: [{ resource_changes: [resourceChange("aws_sqs_queue", ["forget"], { name: "jobs" }, null)] }],
  pass: [created("aws_sqs_queue", {})],
  find: ({ changes }) =>
    changes
      .filter(({ action }) => action === "forget")
      .map(({ address }) => ({ address, message: "it leaves the state and stays in AWS" })),
};
