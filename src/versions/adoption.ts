import { howToRun } from "../problems/how-to-run";
import { describeSubject, type VersionedKind } from "./change";
import { compareVersions, lineOf, parseVersion } from "./version";

/** What a user says of AWS: that the content of the project is published there under this version already. */
export interface Adoption {
  readonly kind: VersionedKind;
  readonly name: string;
  /** Absent: every environment that holds it. */
  readonly environment?: string;
  /** major.minor.patch */
  readonly version: string;
}

/** What the lock says against it. */
interface Claim {
  /** Every version and the digest of its content, with what else is adopted. */
  readonly versions: ReadonlyMap<string, string>;
  /** The highest that the lock has given; absent where it gave none. */
  readonly highest?: string;
  /** Digest of the content in the environment. */
  readonly digest: string;
  /** major.minor, where the definition says it. */
  readonly line?: string;
  /** Whether the lock has given the environment versions before. */
  readonly isKnown: boolean;
}

/** What is wrong with an adoption, and how to fix it; undefined where the lock can take it over. */
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
