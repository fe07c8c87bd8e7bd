import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { knows } from "./terraform-versions";

/** How a stack guards what holds data. */
export interface Retention {
  /** Whether buckets and repositories are emptied when they go. */
  readonly emptied: boolean;
  /** Whether Terraform is too old to forget, so that it has to refuse to destroy. */
  readonly preventDestroy: boolean;
  /** The Terraform version that the environment is deployed with; absent: 1.7 or newer. */
  readonly terraformVersion?: string;
}

export function retentionOf({ onRemoval, terraformVersion }: EnvironmentDefinition): Retention {
  const emptied = onRemoval === "destroy";
  return { emptied, preventDestroy: !emptied && !knows(terraformVersion, "removed"), terraformVersion };
}
