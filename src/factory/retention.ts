import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { knows } from "./terraform-versions";

/** How a stack protects resources that hold data. */
export interface Retention {
  /** True if buckets and repositories are emptied when they are destroyed. */
  readonly emptied: boolean;
  /** True if Terraform has to refuse to destroy these resources, because it is too old for `removed` blocks. */
  readonly preventDestroy: boolean;
  /** The Terraform version with which the environment is deployed. Default: 1.7 or newer. */
  readonly terraformVersion?: string;
}

export function retentionOf({ onRemoval, terraformVersion }: EnvironmentDefinition): Retention {
  const emptied = onRemoval === "destroy";
  return { emptied, preventDestroy: !emptied && !knows(terraformVersion, "removed"), terraformVersion };
}
