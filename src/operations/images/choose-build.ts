import type { Built } from "../../factory/built";
import { UserError } from "../../files/user-error";
import type { Connection } from "../aws/connection";
import { type BuildSummary, findBuilds } from "./find-builds";

/** `1.0.3/2`, `1.0.3`, or nothing for whichever is the newest. */
export interface BuildReference {
  readonly version?: string;
  readonly build?: number;
}

/**
 * An image as commands take it: `linux-web`, `linux-web@1.0.3` or `linux-web@1.0.3/2`.
 *
 * @throws UserError where what follows the @ is not a version
 */
export function buildReference(given: string): BuildReference & { readonly image: string } {
  const at = given.lastIndexOf("@");
  if (at < 0) return { image: given };
  return { image: given.slice(0, at), ...versionReference(given.slice(at + 1)) };
}

/** Reads `1.0.3` or `1.0.3/2`. @throws UserError */
export function versionReference(given: string): BuildReference {
  const [, version, build] = /^(\d+\.\d+\.\d+)(?:\/(\d+))?$/.exec(given) ?? [];
  if (version === undefined)
    throw new UserError(
      `"${given}" is not a version of an image; write major.minor.patch, e.g. 1.0.3, or 1.0.3/2 for one build`,
    );
  return { version, build: build === undefined ? undefined : Number(build) };
}

/**
 * The newest build that the reference names.
 *
 * @throws UserError where there is none; it says what there is
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

export function isNamed(build: BuildSummary, { version, build: number }: BuildReference): boolean {
  return (version === undefined || build.version === version) && (number === undefined || build.build === number);
}
