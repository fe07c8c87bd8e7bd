import type { StackRole } from "./environment-entry";
import type { DefinedName } from "./name-history";

/** What the definition of an environment holds. */
export interface DefinedEnvironment {
  readonly account: string;
  readonly region: string;
  readonly stacks: readonly StackRole[];
  readonly created: readonly DefinedResource[];
  /** Images and containers whose pipelines have workflows of their own. */
  readonly workflows: readonly string[];
  /** Images and containers that are built. */
  readonly built: readonly string[];
  /** Whether it creates its network. */
  readonly network: boolean;
  readonly onRemoval: "keep" | "destroy";
  /** What its components and recipes are called in AWS. */
  readonly names: readonly DefinedName[];
}

export interface DefinedResource {
  /** Where it stands in Terraform unless something else has stood there before. */
  readonly address: string;
  readonly name: string;
  /** Addresses of what goes along with it. */
  readonly with?: readonly string[];
}
