import type { Handler } from "./call";
import { type Fields, text } from "./fields";
import { page, pick } from "./list";
import { buildsOf } from "./versions";

/** Fields that lists of component builds and workflow builds share. */
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

/**
 * Creates the operation List…BuildVersions of components or workflows.
 *
 * @param more additional fields of this type
 */
export function listBuildVersions(type: "component" | "workflow", ...more: readonly string[]): Handler {
  return (call) => {
    const builds = buildsOf(call, type, text(call.input, `${type}VersionArn`));
    return page(call, builds, `${type}SummaryList`, (build) => pick(build, ...fieldsOfBuild, ...more), []);
  };
}

/** Returns a parameter of a document in the form of the Get operations. */
export function parameterDetail({ name, type, default: value, description }: Fields): Fields {
  return {
    name,
    type,
    ...(value === undefined ? {} : { defaultValue: [typeof value === "string" ? value : JSON.stringify(value)] }),
    description,
  };
}
