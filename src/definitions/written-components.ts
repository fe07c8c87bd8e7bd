import type { YamlPath } from "../problems/yaml-source";
import { fieldOf } from "./field-of";

/**
 * The component documents that a definition, fitting or not, names, and where; as far as they can be made out, for an image with another
 * mistake uses its components all the same.
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
