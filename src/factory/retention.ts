import type { EnvironmentDefinition } from "../definitions/schema/environment";

/** How a stack guards what holds data. */
export interface Retention {
  /** Whether buckets and repositories are emptied when they go. */
  readonly emptied: boolean;
  /** Whether Terraform is too old to forget, so that it has to refuse to destroy. */
  readonly preventDestroy: boolean;
  /** The Terraform version that the environment is deployed with; absent: 1.7 or newer. */
  readonly terraformVersion?: string;
}

/** The first Terraform that can forget a resource without destroying it. Source: Terraform 1.7 release notes, the `removed` block. */
const FORGETS = [1, 7] as const;

export function retentionOf({ onRemoval, terraformVersion }: EnvironmentDefinition): Retention {
  const emptied = onRemoval === "destroy";
  return { emptied, preventDestroy: !emptied && !canForget(terraformVersion), terraformVersion };
}

/** Whether Terraform of this version knows the block `removed`. */
export function canForget(terraformVersion: string | undefined): boolean {
  if (terraformVersion === undefined) return true;
  const [major = 0, minor = 0] = terraformVersion.split(".").map(Number);
  return major > FORGETS[0] || (major === FORGETS[0] && minor >= FORGETS[1]);
}
