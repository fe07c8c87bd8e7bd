import { invalidValue } from "../api-error";
import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { type Call, requireReference } from "../call";
import { type Fields, text } from "../fields";
import { executionRoleRequired, latestWorkflowRequired } from "../words-of-aws";

/**
 * Source: Image Builder User Guide, configure image pipeline workflows: one that builds, up to ten that test. That one distributes at most is
 * what the AWS CDK's constructs say.
 */
const most: Readonly<Record<string, number>> = { build: 1, test: 10, distribution: 1 };

/** Checks the workflows of a pipeline or image, and the role that they need. @throws ApiError */
export function checkWorkflows(call: Call): void {
  const workflows = (call.input.workflows ?? []) as readonly Fields[];
  if (workflows.length === 0) return;
  if (call.input.executionRole === undefined) throw executionRoleRequired();
  for (const workflow of workflows) checkWorkflow(call, workflow);
  for (const [type, limit] of Object.entries(most)) {
    const { length } = workflows.filter((workflow) => typeOf(workflow) === type);
    if (length > limit)
      throw invalidValue(
        "workflows",
        `At most ${limit} ${type.toUpperCase()} workflow${limit === 1 ? "" : "s"} can be provided, got ${length}.`,
      );
  }
}

function checkWorkflow(call: Call, workflow: Fields): void {
  const arn = text(workflow, "workflowArn");
  const parsed = parseImageBuilderArn(arn);
  if (parsed?.owner === "aws" && parsed.path.at(-1) !== "x.x.x") throw latestWorkflowRequired(arn);
  requireReference(call, "workflows", arn);
  const resource = call.store.resolve(arn);
  if (resource === undefined) return;
  const declared = ((resource.parameters ?? []) as readonly Fields[]).map(({ name }) => name);
  const given = ((workflow.parameters ?? []) as readonly Fields[]).map((parameter) => text(parameter, "name"));
  const unknown = given.filter((name) => !declared.includes(name));
  if (unknown.length > 0)
    throw invalidValue(
      "workflows",
      `The following parameters are not defined in the provided workflow: ${unknown.join(", ")}`,
    );
}

/** In the ARN, the type of a workflow comes before its name. */
function typeOf(workflow: Fields): string | undefined {
  return parseImageBuilderArn(text(workflow, "workflowArn"))?.path[0];
}
