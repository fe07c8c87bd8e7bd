import type { Handler } from "./call";
import { type Fields, text } from "./fields";
import { page, pick } from "./list";
import { buildsOf } from "./versions";

/** What lists of builds of components and of workflows show alike. */
const fieldsOfBuild = [
  "arn",
  "name",
  "version",
  "description",
  "changeDescription",
  "state",
  "type",
  "owner",
  "dateCreated",
  "tags",
] as const;

/** List…BuildVersions of components or workflows. @param more fields that this type alone shows */
export function listBuildVersions(type: "component" | "workflow", ...more: readonly string[]): Handler {
  return (call) => {
    const builds = buildsOf(call, type, text(call.input, `${type}VersionArn`));
    return page(call, builds, `${type}SummaryList`, (build) => pick(build, ...fieldsOfBuild, ...more), []);
  };
}

/** A parameter of a document, as Get answers it. */
export function parameterDetail({ name, type, default: value, description }: Fields): Fields {
  return {
    name,
    type,
    ...(value === undefined ? {} : { defaultValue: [typeof value === "string" ? value : JSON.stringify(value)] }),
    description,
  };
}
