import { compareVersions } from "../versions/version";

/**
 * The first Terraform that knows each thing which a stack may hold and an older one refuses.
 * Sources: the change logs of these releases.
 */
export const terraformSince = {
  moved: "1.1.0",
  cloud: "1.1.0",
  replaceTriggeredBy: "1.2.0",
  import: "1.5.0",
  /** `assume_role` of the back end s3. */
  assumeRole: "1.6.0",
  /** `project` of the workspaces of `cloud`. */
  cloudProject: "1.6.0",
  removed: "1.7.0",
  /** `use_lockfile` of the back end s3. */
  lockFile: "1.10.0",
} as const;

export type NewerSyntax = keyof typeof terraformSince;

/**
 * The lowest version that a version constraint admits: of `0.12.24` itself, of `~> 0.12.24` and `>= 1.5, < 2` what they start from. `> 1.5` counts
 * as `>= 1.5`.
 *
 * @returns with two dots
 */
export function lowestAdmitted(version: string): string {
  return version
    .split(",")
    .flatMap((part) => /^\s*(?:=|~>|>=?)?\s*(\d[\d.]*)\s*$/.exec(part)?.[1] ?? [])
    .map((each) => [...each.split("."), "0", "0"].slice(0, 3).join("."))
    .reduce((highest, each) => (compareVersions(each, highest) > 0 ? each : highest), "0.0.0");
}

/** As a `required_version`: a version alone is the oldest that will do. */
export function terraformConstraint(version: string): string {
  return /^\d/.test(version) ? `>= ${version}` : version;
}

/**
 * Whether every Terraform that the environment admits knows it.
 *
 * @param version such as `1.7`, `0.12.24` or `~> 0.12.24`; undefined for one that knows everything
 */
export function knows(version: string | undefined, what: NewerSyntax): boolean {
  return version === undefined || compareVersions(lowestAdmitted(version), terraformSince[what]) >= 0;
}
