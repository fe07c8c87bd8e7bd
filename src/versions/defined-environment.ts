import type { StackRole } from "./environment-entry";
import type { DefinedName } from "./name-history";

/** The parts of an environment definition that the lock remembers. */
export interface DefinedEnvironment {
  readonly account: string;
  readonly region: string;
  readonly stacks: readonly StackRole[];
  readonly created: readonly DefinedResource[];
  /** Builds (`image` or `image/pipeline`) that have workflows of their own. */
  readonly workflows: readonly string[];
  /** All builds (`image` or `image/pipeline`). */
  readonly built: readonly string[];
  /** True if the environment creates its network. */
  readonly network: boolean;
  readonly onRemoval: "keep" | "destroy";
  /** Names of the components and recipes in AWS. */
  readonly names: readonly DefinedName[];
}

export interface DefinedResource {
  /** Default address in Terraform. Another address is used if another resource had this one before. */
  readonly address: string;
  readonly name: string;
  /** Addresses of dependent resources that are kept or destroyed together with this resource. */
  readonly with?: readonly string[];
}
