import { z } from "zod";

import { managedWorkflowNames, managedWorkflows } from "../../aws/managed-workflows";
import type { WorkflowReference } from "../../model/workflow-reference";
import { arn, parametersOf } from "./common";
import { exactlyOne, noneGiven } from "./exactly-one";

const writtenReference = z
  .strictObject({
    workflow: z
      .string()
      .optional()
      .describe("A document of this project: its path below workflows/, without .yaml, e.g. build/image."),
    aws: z
      .enum(managedWorkflowNames)
      .optional()
      .describe("A workflow that AWS manages, by name, in its newest version."),
    arn: arn.optional().describe("Any workflow, by ARN."),
    parameters: parametersOf("workflow")
      .optional()
      .describe("Values for the parameters that the workflow declares, as text. Default: those that it declares."),
    onFailure: z
      .enum(["continue", "abort"])
      .optional()
      .describe("What happens to the other test workflows when this one fails. Default: they are aborted."),
    parallelGroup: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-_+#]{0,99}$/, "1 to 100 letters, digits and - _ + #, a letter or digit first")
      .optional()
      .describe("Test workflows of the same group run in parallel. Default: one after the other."),
  })
  .superRefine(exactlyOne("workflow", "aws", "arn"))
  .describe("A workflow with settings: exactly one of `workflow`, `aws` and `arn`.");

function workflowReference(written: string | z.output<typeof writtenReference>): WorkflowReference {
  if (typeof written === "string") return { from: "project", document: written, parameters: {} };
  const { workflow, aws, arn: given, parameters: values = {}, ...runs } = written;
  if (workflow !== undefined) return { from: "project", document: workflow, parameters: values, ...runs };
  if (aws !== undefined)
    return {
      from: "aws",
      type: `workflow/${managedWorkflows[aws]}`,
      name: aws,
      version: "x.x.x",
      parameters: values,
      ...runs,
    };
  if (given !== undefined) return { from: "arn", arn: given, parameters: values, ...runs };
  return noneGiven();
}

/** Workflows of a pipeline. */
export const workflowList = z
  .array(
    z
      .union([z.string().describe("A document of this project, as in `workflow`."), writtenReference])
      .transform(workflowReference),
  )
  .max(12);

/** Workflows of an image or container. */
export const workflows = workflowList
  .prefault([])
  .describe(
    "Workflows in place of those that Image Builder runs by itself: at most one for building, 10 for testing and one for distribution.",
  );

/** A workflow in the form in which a definition contains it. */
export type WrittenWorkflow = NonNullable<z.input<typeof workflows>>[number];
