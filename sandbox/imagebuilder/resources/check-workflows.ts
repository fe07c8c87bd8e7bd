import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { invalidCombination, invalidValue, serviceQuotaExceeded } from "../api-error";
import { outputsOf } from "../builds/workflows/step-of";
import { type Call, requireReference } from "../call";
import { type Fields, text } from "../fields";
import { parsed } from "../parse-document";
import { executionRoleRequired, imageIdRequired, latestWorkflowRequired } from "../words-of-aws";

/** Types of which an image can have at most one workflow. Source: Image Builder User Guide, manage image workflows. */
const single: readonly string[] = ["build", "distribution"];

/**
 * Checks the workflows of a pipeline or image, and the role that they need.
 *
 * @throws ApiError if a workflow is not allowed, or the role is missing
 */
export function checkWorkflows(call: Call): void {
  const workflows = (call.input.workflows ?? []) as readonly Fields[];
  if (workflows.length === 0) return;
  if (call.input.executionRole === undefined) throw executionRoleRequired();
  const { workflowsPerImage: most } = call.quotas;
  if (workflows.length > most)
    throw serviceQuotaExceeded(`An image takes at most ${most} workflows, and this one has ${workflows.length}.`);
  for (const workflow of workflows) checkWorkflow(call, workflow);
  for (const type of single) {
    const { length } = workflows.filter((workflow) => typeOf(workflow) === type);
    if (length > 1)
      throw invalidValue("workflows", `At most 1 ${type.toUpperCase()} workflow can be provided, got ${length}.`);
  }
}

function checkWorkflow(call: Call, workflow: Fields): void {
  const arn = text(workflow, "workflowArn");
  const reference = parseImageBuilderArn(arn);
  if (reference?.owner === "aws" && reference.path.at(-1) !== "x.x.x") throw latestWorkflowRequired(arn);
  // Source: Image Builder User Guide, configure image pipeline workflows, which has the error code but not the message.
  for (const setting of ["parallelGroup", "onFailure"])
    if (workflow[setting] !== undefined && typeOf(workflow) !== "test")
      throw invalidCombination(`${setting} can only be provided for test workflows.`);
  requireReference(call, "workflows", arn);
  const resource = call.store.resolve(arn);
  if (resource === undefined) return;
  const needsImageId = call.input.imageRecipeArn !== undefined && typeOf(workflow) === "build";
  if (needsImageId && !Object.hasOwn(outputsOf(parsed(text(resource, "data"))), "ImageId"))
    throw imageIdRequired(resource.arn);
  const declared = ((resource.parameters ?? []) as readonly Fields[]).map(({ name }) => name);
  const given = ((workflow.parameters ?? []) as readonly Fields[]).map((parameter) => text(parameter, "name"));
  const unknown = given.filter((name) => !declared.includes(name));
  if (unknown.length > 0)
    throw invalidValue(
      "workflows",
      `The following parameters are not defined in the provided workflow: ${unknown.join(", ")}`,
    );
}

/** Returns the type of a workflow, which precedes the name in the ARN. */
function typeOf(workflow: Fields): string | undefined {
  return parseImageBuilderArn(text(workflow, "workflowArn"))?.path[0];
}
