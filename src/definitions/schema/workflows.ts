import { z } from "zod";

import { arn, parametersOf } from "./common";
import { exactlyOne } from "./exactly-one";

/** Workflows that AWS manages, and the stage of each. Source: Image Builder User Guide, "Manage build and test workflows". */
export const managedWorkflows = {
  "build-container": "build",
  "build-image": "build",
  "distribute-container": "distribution",
  "distribute-image": "distribution",
  "test-container": "test",
  "test-image": "test",
} as const;
const managedNames = Object.keys(managedWorkflows) as [
  keyof typeof managedWorkflows,
  ...(keyof typeof managedWorkflows)[],
];

const workflowReference = z
  .strictObject({
    workflow: z
      .string()
      .optional()
      .describe("A document of this project: its path below workflows/, without .yaml, e.g. build/image."),
    aws: z.enum(managedNames).optional().describe("A workflow that AWS manages, by name, in its newest version."),
    arn: arn.optional().describe("Any workflow, by ARN."),
    parameters: parametersOf("workflow")
      .optional()
      .describe("Values for the parameters that the workflow declares, as text. Default: those that it declares."),
    onFailure: z
      .enum(["continue", "abort"])
      .optional()
      .describe("What happens to the other test workflows when this one fails. Default: the service aborts."),
    parallelGroup: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-_+#]{0,99}$/, "1 to 100 letters, digits and - _ + #, a letter or digit first")
      .optional()
      .describe("Test workflows of the same group run side by side. Default: one after the other."),
  })
  .superRefine(exactlyOne("workflow", "aws", "arn"))
  .describe("A workflow with settings: exactly one of `workflow`, `aws` and `arn`.");

/** The workflows of an image or container. */
export const workflows = z
  .array(z.union([z.string().describe("A document of this project, as in `workflow`."), workflowReference]))
  .max(12)
  .default([])
  .describe(
    "Workflows in place of those that Image Builder runs by itself: at most one for building, 10 for testing and one for distribution.",
  );

export type WorkflowReference = z.output<typeof workflows>[number];
