import { howToRun } from "../problems/how-to-run";
import { describeSubject, type VersionedKind } from "./change";
import { compareVersions, lineOf, parseVersion } from "./version";

/** A user's statement that AWS already contains the content of the project under this version. */
export interface Adoption {
  readonly kind: VersionedKind;
  readonly name: string;
  /** Undefined: all environments that contain the subject. */
  readonly environment?: string;
  /** major.minor.patch */
  readonly version: string;
}

/** The data of the lock that an adoption must not contradict. */
interface Claim {
  /** Digests by version, including other adoptions. */
  readonly versions: ReadonlyMap<string, string>;
  /** Highest version in the lock. Undefined if there is none. */
  readonly highest?: string;
  /** Digest of the content in the environment. */
  readonly digest: string;
  /** Version line (major.minor) in the definition, if it has one. */
  readonly line?: string;
  /** True if the lock already knows the environment. */
  readonly isKnown: boolean;
}

/** Returns what is wrong with an adoption, and how to fix it. Undefined if the adoption is valid. */
export function adoptionFault(
  { kind, name, version }: Adoption,
  { versions, highest, digest, line, isKnown }: Claim,
): { readonly message: string; readonly fix: string } | undefined {
  const what = `"${version}" of ${describeSubject(kind, name)}`;
  if (parseVersion(version) === undefined)
    return { message: `${what} is not a version`, fix: "write major.minor.patch, each a number up to 2^30-1" };
  if (line !== undefined && line !== lineOf(version))
    return {
      message: `${what} is not on the line "${line}" that its file says`,
      fix: `write "${lineOf(version)}" there, or no line at all`,
    };
  const there = versions.get(version);
  if (there !== undefined)
    return there === digest
      ? undefined
      : {
          message: `${what} stands for another content`,
          fix: "write what the content is in AWS, and adopt it before it is changed",
        };
  if (highest === undefined || compareVersions(version, highest) > 0 || !isKnown) return undefined;
  return {
    message: `${what} is lower than "${highest}", which was given before`,
    fix: `write one that is not lower, or adopt it before the first "${howToRun("lock")}"`,
  };
}
