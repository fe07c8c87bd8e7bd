import type { Platform } from "../../../src/documents/component-document";
import { compareVersions, formatArn, parseArn, slug } from "../arn";
import { invalidValue } from "../api-error";
import { type Call, type Fields, type Handler, text } from "../call";
import { refusalOf } from "../check-component";
import { documentOf, parsed } from "../document";
import { type CreatableKind, operationsOf } from "../kind";
import { page, pick } from "../list";
import type { Resource } from "../store";

const kind: CreatableKind = {
  type: "component",
  noun: "Component",
  plural: "Components",
  arnField: "componentBuildVersionArn",
  field: "component",
  listField: "componentVersionList",
  arn: ({ input, place }) =>
    formatArn(place, "component", slug(text(input, "name")), text(input, "semanticVersion"), 1),
  create: async (call) => {
    const document = await documentOf(call);
    const refusal = refusalOf(document, call.input.platform as Platform);
    if (refusal !== undefined) throw invalidValue("data", refusal);
    const content = parsed(document);
    return {
      semanticVersion: undefined,
      uri: undefined,
      version: text(call.input, "semanticVersion"),
      data: document,
      type: isTest(content) ? "TEST" : "BUILD",
      owner: call.place.account,
      encrypted: true,
      state: { status: "ACTIVE" },
      parameters: parametersOf(content),
    };
  },
  summary: (component) => ({
    ...pick(
      component,
      "name",
      "version",
      "description",
      "platform",
      "supportedOsVersions",
      "type",
      "owner",
      "dateCreated",
    ),
    arn: component.arn.replace(/\/\d+$/, ""),
  }),
  listed: (call) => (owned(call) ? newestBuilds(call.store.list("component")) : []),
};

export const componentOperations: Record<string, Handler> = {
  ...operationsOf(kind),
  ListComponentBuildVersions: (call) => {
    const version = text(call.input, "componentVersionArn");
    const builds = call.store.list("component").filter(({ arn }) => arn.startsWith(`${version}/`));
    return page(call, builds, "componentSummaryList", (build) =>
      pick(
        build,
        "arn",
        "name",
        "version",
        "description",
        "changeDescription",
        "platform",
        "supportedOsVersions",
        "state",
        "type",
        "owner",
        "dateCreated",
        "tags",
      ),
    );
  },
};

/** Only one's own are known here; lists of others' are empty. */
export function owned({ input }: Call): boolean {
  return input.owner === undefined || input.owner === "Self";
}

/** One resource a version: its newest build. */
export function newestBuilds(resources: readonly Resource[]): Resource[] {
  const newest = new Map<string, Resource>();
  for (const resource of resources) {
    const version = resource.arn.replace(/\/\d+$/, "");
    const other = newest.get(version);
    const build = (arn: string) => [parseArn(arn)?.path.at(-1) ?? "0"];
    if (other === undefined || compareVersions(build(resource.arn), build(other.arn)) > 0)
      newest.set(version, resource);
  }
  return [...newest.values()];
}

/** A document whose only phase is `test` makes a test component. */
function isTest(content: Fields): boolean {
  const phases = Array.isArray(content.phases) ? (content.phases as Fields[]) : [];
  return phases.length === 1 && phases[0]?.name === "test";
}

function parametersOf(content: Fields): Fields[] | undefined {
  if (!Array.isArray(content.parameters)) return undefined;
  return (content.parameters as Record<string, Fields>[]).flatMap((entry) =>
    Object.entries(entry).map(([name, { type, default: value, description }]) => ({
      name,
      type,
      ...(value === undefined ? {} : { defaultValue: [typeof value === "string" ? value : JSON.stringify(value)] }),
      description,
    })),
  );
}
