import types from "./provider-arguments.json";

/** The arguments and nested blocks of a resource type or of a block. */
export interface Arguments {
  /** Type by argument, in Terraform's notation, e.g. `list(string)`. The type of an object does not list its attributes. */
  readonly values: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, Arguments>>;
}

/** A resource type in the builder stacks of this project. */
export type OverridableType = keyof typeof types;

/** The resource types that `overrides` accepts. */
export const overridableTypes = Object.keys(types) as OverridableType[];

/**
 * The arguments of these resource types.
 *
 * Source: `terraform providers schema -json` of AWS provider 5.100.0, by scripts/generate-provider-arguments.ts.
 */
export const providerArguments: Readonly<Record<OverridableType, Arguments>> = types;
