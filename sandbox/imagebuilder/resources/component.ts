import type { Platform } from "../../../src/aws/platform";
import { arnName } from "../../../src/aws/resource-name";
import { formatArn } from "../arn";
import type { Handler } from "../call";
import { requireDocument } from "../check-document";
import { documentOf } from "../document";
import { documentFault } from "../document-fault";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { parsed } from "../parse-document";
import { listBuildVersions, parameterDetail } from "../published-document";
import { type CreatableType, operationsOf } from "../resource-type";
import { checkVersion, nextBuild, versionsListed } from "../versions";

const resourceType: CreatableType = {
  type: "component",
  singular: "Component",
  plural: "Components",
  arnField: "componentBuildVersionArn",
  field: "component",
  listField: "componentVersionList",
  filters: ["description", "name", "platform", "supportedOsVersion", "type", "version"],
  // A component with an existing name and version becomes a new build. Source: AWS, What's New, 2025-11, auto-versioning of Image Builder.
  arn: (call) => {
    const versionArn = formatArn(
      call.place,
      "component",
      arnName(text(call.input, "name")),
      text(call.input, "semanticVersion"),
    );
    return `${versionArn}/${nextBuild(call, "component", versionArn)}`;
  },
  create: async (call) => {
    checkVersion(call);
    const document = await documentOf(call);
    const content = parsed(document);
    const platform = call.input.platform as Platform;
    const fault = documentFault(content, platform);
    if (fault !== undefined) throw fault;
    requireDocument("component", document, { platform });
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
  listed: (call) => versionsListed(call, "component"),
};

export const componentOperations: Record<string, Handler> = {
  ...operationsOf(resourceType),
  ListComponentBuildVersions: listBuildVersions("component", "platform", "supportedOsVersions"),
};

/** Checks whether a document defines a test component, whose only phase is `test`. */
function isTest(content: Fields): boolean {
  const phases = Array.isArray(content.phases) ? (content.phases as Fields[]) : [];
  return phases.length === 1 && phases[0]?.name === "test";
}

function parametersOf(content: Fields): Fields[] | undefined {
  if (!Array.isArray(content.parameters)) return undefined;
  return (content.parameters as Record<string, Fields>[]).flatMap((entry) =>
    Object.entries(entry).map(([name, declared]) => parameterDetail({ ...declared, name })),
  );
}
