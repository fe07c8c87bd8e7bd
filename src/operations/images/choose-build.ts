import type { Built } from "../../factory/built";
import { UserError } from "../../files/user-error";
import type { Connection } from "../aws/connection";
import { type BuildSummary, findBuilds } from "./find-builds";

/** Reference to a build: version and build number (`1.0.3/2`), a version for its newest build, or neither for the newest build of all. */
export interface BuildReference {
  readonly version?: string;
  readonly build?: number;
}

/**
 * Parses a command line argument that names an image: `linux-web`, `linux-web@1.0.3` or `linux-web@1.0.3/2`.
 *
 * @throws UserError if the text after the @ is not a version
 */
export function buildReference(given: string): BuildReference & { readonly image: string } {
  const at = given.lastIndexOf("@");
  if (at < 0) return { image: given };
  return { image: given.slice(0, at), ...versionReference(given.slice(at + 1)) };
}

/** Parses `1.0.3` or `1.0.3/2`. @throws UserError if the text has another form */
export function versionReference(given: string): BuildReference {
  const [, version, build] = /^(\d+\.\d+\.\d+)(?:\/(\d+))?$/.exec(given) ?? [];
  if (version === undefined)
    throw new UserError(
      `"${given}" is not a version of an image; write major.minor.patch, e.g. 1.0.3, or 1.0.3/2 for one build`,
    );
  return { version, build: build === undefined ? undefined : Number(build) };
}

/**
 * Returns the newest build that matches the reference.
 *
 * @throws UserError if no build matches; the message names the newest builds
 */
export async function chooseBuild(
  connection: Connection,
  built: Built,
  reference: BuildReference,
): Promise<BuildSummary> {
  const builds = await findBuilds(connection, built);
  const found = builds.find((build) => isNamed(build, reference));
  if (found !== undefined) return found;
  throw noSuchBuild(connection, built, reference, builds);
}

/** Creates the error for a reference that matches no build. It names the newest builds. */
export function noSuchBuild(
  { place }: Connection,
  { name }: Built,
  { version = "", build }: BuildReference,
  builds: readonly BuildSummary[],
): UserError {
  if (builds.length === 0)
    return new UserError(`"${name}" was never built in account ${place.account}, ${place.region}`);
  const there = builds.slice(0, 5).map((each) => `${each.version}/${each.build}`);
  const wanted = build === undefined ? version : `${version}/${build}`;
  return new UserError(`there is no build ${wanted} of "${name}"; the newest are ${there.join(", ")}`);
}

/** Checks whether a build matches a reference. */
export function isNamed(build: BuildSummary, { version, build: number }: BuildReference): boolean {
  return (version === undefined || build.version === version) && (number === undefined || build.build === number);
}
