import { formatArn, slug } from "../arn";
import { invalidValue } from "../api-error";
import { type Handler, text } from "../call";
import { documentOf, parsed } from "../document";
import { type CreatableKind, operationsOf } from "../kind";
import { page, pick } from "../list";
import { newestBuilds, owned } from "./component";

const kind: CreatableKind = {
  type: "workflow",
  noun: "Workflow",
  plural: "Workflows",
  arnField: "workflowBuildVersionArn",
  field: "workflow",
  listField: "workflowVersionList",
  arn: ({ input, place }) =>
    formatArn(
      place,
      "workflow",
      text(input, "type").toLowerCase(),
      slug(text(input, "name")),
      text(input, "semanticVersion"),
      1,
    ),
  create: async (call) => {
    const document = await documentOf(call);
    const { steps } = parsed(document);
    if (!Array.isArray(steps) || steps.length === 0) throw invalidValue("data", "The workflow document has no steps.");
    return {
      semanticVersion: undefined,
      uri: undefined,
      version: text(call.input, "semanticVersion"),
      data: document,
      owner: call.place.account,
      state: { status: "ACTIVE" },
    };
  },
  summary: (workflow) => ({
    ...pick(workflow, "name", "version", "description", "type", "owner", "dateCreated"),
    arn: workflow.arn.replace(/\/\d+$/, ""),
  }),
  listed: (call) => (owned(call) ? newestBuilds(call.store.list("workflow")) : []),
};

export const workflowOperations: Record<string, Handler> = {
  ...operationsOf(kind),
  ListWorkflowBuildVersions: (call) => {
    const version = text(call.input, "workflowVersionArn");
    const builds = call.store.list("workflow").filter(({ arn }) => arn.startsWith(`${version}/`));
    return page(call, builds, "workflowSummaryList", (build) =>
      pick(
        build,
        "arn",
        "name",
        "version",
        "description",
        "changeDescription",
        "type",
        "owner",
        "state",
        "dateCreated",
        "tags",
      ),
    );
  },
};
