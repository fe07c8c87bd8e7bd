import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { terraformName } from "../factory/terraform-name";
import type { VersionedKind } from "../versions/change";

/** Arguments that can change in place, or are Terraform's own. */
const inPlace = new Set(["tags", "lifecycle", "depends_on", "provider", "timeouts"]);

const types = {
  component: "aws_imagebuilder_component",
  workflow: "aws_imagebuilder_workflow",
  imageRecipe: "aws_imagebuilder_image_recipe",
  containerRecipe: "aws_imagebuilder_container_recipe",
} as const satisfies Record<VersionedKind, string>;

/**
 * What an environment overrides in a component, workflow or recipe, so that it is part of the content; undefined where it is nothing.
 *
 * @param id from which its name in Terraform follows
 */
export function overriddenIn(
  kind: VersionedKind,
  id: string,
  { overrides }: EnvironmentDefinition,
): object | undefined {
  const address = `${types[kind]}.${terraformName(id)}`;
  const given = Object.hasOwn(overrides, address) ? overrides[address] : undefined;
  const entries = Object.entries(given ?? {}).filter(([name]) => !inPlace.has(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
