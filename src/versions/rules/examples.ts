import type { Example } from "../../problems/rule";

export const source = "docs/decisions/0004-versions.md";

/** Parts of a small lock that differ from the output of `npm run lock`, as JSON text. */
interface LockParts {
  readonly lockVersion?: string;
  /** The whole line with the key `current`. */
  readonly current?: string;
  /** Text before the key `integrity`. */
  readonly beforeIntegrity?: string;
  /** Text before the value of `integrity`. */
  readonly mark?: string;
  /** The digit that is repeated in the digest of 1.0.0. */
  readonly firstDigit?: string;
  /** The key of the second version. */
  readonly second?: string;
  readonly secondDigest?: string;
}

/** Returns a small lock with the given parts replaced. Without parts, the lock is as `npm run lock` writes it. */
function exampleLockOf({
  lockVersion = "1",
  current = '"current": "1.0.1",',
  beforeIntegrity = "",
  mark = "",
  firstDigit = "1",
  second = '"1.0.1"',
  secondDigest = `"sha256:${"2".repeat(64)}"`,
}: LockParts): string {
  return `{
  "lockVersion": ${lockVersion},
  "components": {
    "linux/update-os": {
      ${current}
      ${beforeIntegrity}"integrity": ${mark}"sha256:7798d9cdccee6db9d6fbb8a5cea7f870880318f148e9bb2bd5a6876b06d4d9e2",
      "versions": {
        "1.0.0": "sha256:${firstDigit.repeat(64)}",
        ${second}: ${secondDigest}
      }
    }
  },
  "imageRecipes": {},
  "containerRecipes": {},
  "workflows": {},
  "environments": {}
}
`;
}

export const exampleLock = exampleLockOf({});

/** Returns a small lock as the example of a rule. */
export function withLock(parts: LockParts = {}): Example {
  return { "versions.lock.json": exampleLockOf(parts) };
}
