import type { OverridableType } from "./overridable-types";
import types from "./provider-arguments.json";

/** The arguments and nested blocks of a resource type or of a block. */
export interface Arguments {
  /** Type by argument, in Terraform's notation, e.g. `list(string)`. The type of an object does not list its attributes. */
  readonly values: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, Arguments>>;
}

/**
 * The arguments of every resource type in the stacks of this project.
 *
 * Source: `terraform providers schema -json` of AWS provider 5.100.0, by scripts/generate-provider-arguments.ts.
 */
export const providerArguments: Readonly<Record<OverridableType, Arguments>> = types;
