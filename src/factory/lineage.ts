import { type Parent, standsOn } from "../model/parent";

/**
 * An image or container of the project and those that it stands on, each by its name, itself first. It ends at one that is not defined, and where
 * parents form a loop.
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
