import { fieldOf } from "../../definitions/field-of";
import type { RecipeKind } from "../../model/recipe";

/** The image or container of the project that a definition, fitting or not, names as its parent. */
export function writtenParent(kind: RecipeKind, raw: unknown): string | undefined {
  const parent = fieldOf(raw, "parent", kind);
  return typeof parent === "string" ? parent : undefined;
}
