import type { OverridableType } from "./overridable-types";
import types from "./provider-arguments.json";

/** What can be written of a resource or of a block in it. */
export interface Arguments {
  /** By name; as Terraform writes types, e.g. `list(string)`, but an object without what it holds. */
  readonly values: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, Arguments>>;
}

/**
 * The arguments of every resource type that stacks hold.
 *
 * Source: `terraform providers schema -json` of AWS provider 5.100.0, by scripts/generate-provider-arguments.ts.
 */
export const providerArguments: Readonly<Record<OverridableType, Arguments>> = types;
