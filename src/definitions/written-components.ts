import type { YamlPath } from "../problems/yaml-source";
import { fieldOf } from "./field-of";

/**
 * Returns the component documents that a definition names, with their paths. Skips references that cannot be read. The definition may be
 * invalid, because its components are in use nevertheless.
 */
export function writtenComponents(raw: unknown): { readonly document: string; readonly path: YamlPath }[] {
  const references = fieldOf(raw, "components");
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown, index) => {
    const isText = typeof reference === "string";
    const document = isText ? reference : fieldOf(reference, "component");
    const path = isText ? ["components", index] : ["components", index, "component"];
    return typeof document === "string" ? [{ document, path }] : [];
  });
}
