import { own } from "../collections/own";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { terraformName } from "../factory/terraform-name";
import type { VersionedKind } from "../versions/change";

/** Arguments that can be changed in place, and meta-arguments of Terraform. */
const inPlace = new Set(["tags", "lifecycle", "depends_on", "provider", "timeouts"]);

const types = {
  component: "aws_imagebuilder_component",
  workflow: "aws_imagebuilder_workflow",
  imageRecipe: "aws_imagebuilder_image_recipe",
  containerRecipe: "aws_imagebuilder_container_recipe",
} as const satisfies Record<VersionedKind, string>;

/**
 * Returns the overridden arguments of a component, workflow or recipe that are part of its content. Undefined if there are none.
 *
 * @param id id from which the name in Terraform is derived
 */
export function overriddenIn(
  kind: VersionedKind,
  id: string,
  { overrides }: EnvironmentDefinition,
): object | undefined {
  const address = `${types[kind]}.${terraformName(id)}`;
  const given = own(overrides, address);
  const entries = Object.entries(given ?? {}).filter(([name]) => !inPlace.has(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
