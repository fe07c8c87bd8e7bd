import { type Parent, standsOn } from "../model/parent";

/**
 * Returns an image or container and all its parents in the project, by name, itself first. Ends at a parent that is not defined, or if parents
 * form a loop.
 */
export function lineageOf<T extends { readonly parent: Parent }>(
  name: string | undefined,
  defined: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const lineage = new Map<string, T>();
  for (let at = name; at !== undefined && !lineage.has(at);) {
    const definition = defined.get(at);
    if (definition === undefined) break;
    lineage.set(at, definition);
    at = standsOn(definition.parent);
  }
  return lineage;
}
