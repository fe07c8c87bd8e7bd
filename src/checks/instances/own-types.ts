import type { BuiltRecipe } from "../context/built-recipes";

/** The other way out, where an instance type does not fit what is built on it. */
export function ownTypes({ kind, name }: BuiltRecipe): string {
  return `or give the ${kind} its own: ${kind}s.${name}.build.instanceTypes`;
}
