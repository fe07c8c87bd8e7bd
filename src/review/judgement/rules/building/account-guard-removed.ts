import { unchanged } from "../../examples";
import type { ReviewRule } from "../../review-rule";
import { pipelineType } from "./types";

export const accountGuardRemoved: ReviewRule = {
  code: "account-guard-removed",
  summary:
    "A generated configuration has no allowed_account_ids: with the credentials of another account, Terraform would create everything there.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1",
  fail: [
    {
      ...unchanged(pipelineType, { name: "linux-base" }),
      output_changes: { image_pipeline_arns: { actions: ["no-op"] } },
      configuration: {
        provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "us-east-1" } } } },
      },
    },
  ],
  pass: [
    {
      ...unchanged(pipelineType, { name: "linux-base" }),
      output_changes: { image_pipeline_arns: { actions: ["no-op"] } },
      configuration: {
        provider_config: {
          aws: { name: "aws", expressions: { allowed_account_ids: { constant_value: ["123456789012"] } } },
        },
      },
    },
  ],
  find: ({ plan, drifted }) =>
    // Only configurations that this project generated have this output; other configurations need not have the argument.
    drifted || !plan.outputs.some(({ name }) => name === "image_pipeline_arns")
      ? []
      : plan.configuration.providers
          .filter(({ name, guardsAccount }) => /^aws(\.|$)/.test(name) && !guardsAccount)
          .map(({ name }) => ({ message: `provider ${name} takes the credentials of any account` })),
};
