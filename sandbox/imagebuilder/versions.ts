import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";
import { ApiError, notImplemented } from "./api-error";
import { compareVersions } from "./arn";
import type { Call } from "./call";
import { text } from "./fields";
import type { Resource } from "./store";

/** Source: API fields semanticVersion, "Assignment: for the first three nodes you can assign any positive integer value up to 2^30-1". */
const MAX_NODE = 2 ** 30 - 1;

/** @throws ApiError where the version of a new component, workflow or recipe cannot be given */
export function checkVersion({ input }: Call): void {
  const version = text(input, "semanticVersion");
  if (version.includes("x")) throw notImplemented("a version with x, which the service would count up");
  if (version.split(".").some((node) => Number(node) > MAX_NODE))
    throw new ApiError(
      "InvalidVersionNumberException",
      `The version '${version}' is not valid: a number is greater than ${MAX_NODE}.`,
    );
}

/** Only one's own are known here; lists of others' are empty. */
export function owned({ input }: Call): boolean {
  return input.owner === undefined || input.owner === "Self";
}

/** What a list of versions shows of a type: one resource a version, or with `byName` one a name, in each case the newest. */
export function versionsListed(call: Call, type: string): Resource[] {
  if (!owned(call)) return [];
  const versions = newestOf(call.store.list(type), (arn) => arn.replace(/\/\d+$/, ""));
  return call.input.byName === true ? newestOf(versions, (arn) => arn.replace(/\/[\d.]+\/\d+$/, "")) : versions;
}

/** The builds of one version, in the order in which they were made. */
export function buildsOf(call: Call, type: string, versionArn: string): Resource[] {
  return call.store.list(type).filter(({ arn }) => arn.startsWith(`${versionArn}/`));
}

/** The number of the next build of a version: one more than the highest, for of several builds an earlier one may have been deleted. */
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

/** Version and build, e.g. `1.0.0` and `1`. */
function versionOf({ arn }: Resource): string[] {
  return parseImageBuilderArn(arn)?.path.slice(-2) ?? [];
}
