import type { Place } from "../../aws/place";
import type { Built } from "../../factory/built";
import { UserError } from "../../files/user-error";
import type { BuildSummary } from "./find-builds";

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
 * Returns the builds that match the reference, in the order of `builds`, which are all builds of the image, the newest first.
 *
 * @throws UserError if no build matches; the message names the newest builds
 */
export function buildsNamed(
  builds: readonly BuildSummary[],
  { version, build: number }: BuildReference,
  { name }: Pick<Built, "name">,
  { account, region }: Place,
): readonly [BuildSummary, ...BuildSummary[]] {
  const [first, ...others] = builds.filter(
    (each) => (version === undefined || each.version === version) && (number === undefined || each.build === number),
  );
  if (first !== undefined) return [first, ...others];
  if (builds.length === 0) throw new UserError(`"${name}" was never built in account ${account}, ${region}`);
  const there = builds.slice(0, 5).map((each) => `${each.version}/${each.build}`);
  const wanted = [version, number].filter((part) => part !== undefined).join("/");
  throw new UserError(`there is no build ${wanted} of "${name}"; the newest are ${there.join(", ")}`);
}
