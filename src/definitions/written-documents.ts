import type { YamlPath } from "../problems/yaml-source";
import { fieldOf } from "./field-of";

/**
 * Returns the component or workflow documents that a definition names, with their paths. Skips references that cannot be read. The
 * definition may be invalid, because its documents are in use nevertheless.
 */
export function writtenDocuments(
  section: "components" | "workflows",
  raw: unknown,
): { readonly document: string; readonly path: YamlPath }[] {
  const references = fieldOf(raw, section);
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown, index) => {
    const isText = typeof reference === "string";
    const document = isText ? reference : fieldOf(reference, section.slice(0, -1));
    const path = isText ? [section, index] : [section, index, section.slice(0, -1)];
    return typeof document === "string" ? [{ document, path }] : [];
  });
}
