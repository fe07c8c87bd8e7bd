import { compareVersions } from "../versions/version";

/**
 * The first Terraform version that supports each feature which a stack can use.
 * Sources: the change logs of these releases.
 */
export const terraformSince = {
  moved: "1.1.0",
  cloud: "1.1.0",
  replaceTriggeredBy: "1.2.0",
  import: "1.5.0",
  /** `assume_role` of the backend s3. */
  assumeRole: "1.6.0",
  /** `project` of the workspaces of `cloud`. */
  cloudProject: "1.6.0",
  removed: "1.7.0",
  /** `use_lockfile` of the backend s3. */
  lockFile: "1.10.0",
} as const;

export type NewerSyntax = keyof typeof terraformSince;

/**
 * Returns the lowest version that a constraint allows: `~> 0.12.24` → `0.12.24`, `>= 1.5, < 2` → `1.5.0`. `> 1.5` counts as `>= 1.5`.
 *
 * @returns major.minor.patch
 */
export function lowestAdmitted(version: string): string {
  return version
    .split(",")
    .flatMap((part) => /^\s*(?:=|~>|>=?)?\s*(\d[\d.]*)\s*$/.exec(part)?.[1] ?? [])
    .map((each) => [...each.split("."), "0", "0"].slice(0, 3).join("."))
    .reduce((highest, each) => (compareVersions(each, highest) > 0 ? each : highest), "0.0.0");
}

/** Returns the value of `required_version`. A plain version means that version or newer. */
export function terraformConstraint(version: string): string {
  return /^\d/.test(version) ? `>= ${version}` : version;
}

/**
 * Checks whether all Terraform versions that the environment allows support a feature.
 *
 * @param version a version or constraint such as `1.7`, `0.12.24` or `~> 0.12.24`; undefined means that all features are supported
 */
export function knows(version: string | undefined, what: NewerSyntax): boolean {
  return version === undefined || compareVersions(lowestAdmitted(version), terraformSince[what]) >= 0;
}
