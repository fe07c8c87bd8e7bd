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
 * Whether Terraform of this version knows it.
 *
 * @param version such as `1.7` or `0.12.24`; undefined for one that knows everything
 */
export function knows(version: string | undefined, what: NewerSyntax): boolean {
  if (version === undefined) return true;
  return compareVersions(version.split(".").length > 2 ? version : `${version}.0`, terraformSince[what]) >= 0;
}
