import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";
import { ApiError, notImplemented } from "./api-error";
import { compareVersions } from "./arn";
import type { Call } from "./call";
import { text } from "./fields";
import type { Resource } from "./store";

/**
 * Maximum of each number in a version. Source: API fields semanticVersion, "Assignment: for the first three nodes you can assign any
 * positive integer value up to 2^30-1".
 */
const MAX_NODE = 2 ** 30 - 1;

/**
 * Checks the version of a new component, workflow or recipe.
 *
 * @throws ApiError if the version cannot be assigned
 */
export function checkVersion({ input }: Call): void {
  const version = text(input, "semanticVersion");
  if (version.includes("x")) throw notImplemented("a version with x, which the service would count up");
  if (version.split(".").some((node) => Number(node) > MAX_NODE))
    throw new ApiError(
      "InvalidVersionNumberException",
      `The version '${version}' is not valid: a number is greater than ${MAX_NODE}.`,
    );
}

/** Checks whether a List operation is about resources of the account. Others are unknown here, so their lists are empty. */
export function owned({ input }: Call): boolean {
  return input.owner === undefined || input.owner === "Self";
}

/** Returns the resources of a type for a list of versions: the newest build of each version, or with `byName` the newest of each name. */
export function versionsListed(call: Call, type: string): Resource[] {
  if (!owned(call)) return [];
  const versions = newestOf(call.store.list(type), (arn) => arn.replace(/\/\d+$/, ""));
  return call.input.byName === true ? newestOf(versions, (arn) => arn.replace(/\/[\d.]+\/\d+$/, "")) : versions;
}

/** Returns the builds of one version, in the order of their creation. */
export function buildsOf(call: Call, type: string, versionArn: string): Resource[] {
  return call.store.list(type).filter(({ arn }) => arn.startsWith(`${versionArn}/`));
}

/** Returns the number of the next build of a version: one more than the highest, because earlier builds may have been deleted. */
export function nextBuild(call: Call, type: string, versionArn: string): number {
  return Math.max(0, ...buildsOf(call, type, versionArn).map((build) => Number(versionOf(build).at(-1)))) + 1;
}

function newestOf(resources: readonly Resource[], group: (arn: string) => string): Resource[] {
  const newest = new Map<string, Resource>();
  for (const resource of resources) {
    const other = newest.get(group(resource.arn));
    if (other === undefined || compareVersions(versionOf(resource), versionOf(other)) > 0)
      newest.set(group(resource.arn), resource);
  }
  return [...newest.values()];
}

/** Returns version and build, e.g. `1.0.0` and `1`. */
function versionOf({ arn }: Resource): string[] {
  return parseImageBuilderArn(arn)?.path.slice(-2) ?? [];
}
