import { arnName } from "../../../src/aws/resource-name";
import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import { invalidValue } from "../api-error";
import { formatArn } from "../arn";
import type { Handler } from "../call";
import { requireDocument } from "../check-document";
import { documentOf } from "../document";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { parsed } from "../parse-document";
import { listBuildVersions, parameterDetail } from "../published-document";
import { type CreatableType, operationsOf } from "../resource-type";
import { checkVersion, versionsListed } from "../versions";

const resourceType: CreatableType = {
  type: "workflow",
  singular: "Workflow",
  plural: "Workflows",
  arnField: "workflowBuildVersionArn",
  field: "workflow",
  listField: "workflowVersionList",
  filters: ["description", "name", "type", "version"],
  arn: ({ input, place }) =>
    formatArn(
      place,
      "workflow",
      text(input, "type").toLowerCase(),
      arnName(text(input, "name")),
      text(input, "semanticVersion"),
      1,
    ),
  create: async (call) => {
    checkVersion(call);
    const document = await documentOf(call);
    requireDocument("workflow", document, { workflowType: text(call.input, "type") as WorkflowType });
    const { steps, parameters } = parsed(document);
    if (!Array.isArray(steps) || steps.length === 0) throw invalidValue("data", "The workflow document has no steps.");
    return {
      semanticVersion: undefined,
      uri: undefined,
      version: text(call.input, "semanticVersion"),
      data: document,
      owner: call.place.account,
      state: { status: "ACTIVE" },
      parameters: parametersOf(parameters),
    };
  },
  summary: (workflow) => ({
    ...pick(workflow, "name", "version", "description", "type", "owner", "dateCreated"),
    arn: workflow.arn.replace(/\/\d+$/, ""),
  }),
  listed: (call) => versionsListed(call, "workflow"),
};

export const workflowOperations: Record<string, Handler> = {
  ...operationsOf(resourceType),
  ListWorkflowBuildVersions: listBuildVersions("workflow"),
};

function parametersOf(parameters: unknown): Fields[] | undefined {
  if (!Array.isArray(parameters)) return undefined;
  return (parameters as Fields[]).map(parameterDetail);
}
