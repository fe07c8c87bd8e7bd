import type { BuiltRecipe } from "../context/built-recipes";

/** Returns an alternative fix for an instance type that does not suit an image: its own instance types. */
export function ownTypes({ kind, name }: BuiltRecipe): string {
  return `or give the ${kind} its own: ${kind}s.${name}.build.instanceTypes`;
}
