import { fieldOf } from "../../definitions/field-of";
import type { RecipeKind } from "../../model/recipe";

/** Returns the image or container of the project that a definition, valid or not, names as its parent. */
export function writtenParent(kind: RecipeKind, raw: unknown): string | undefined {
  const parent = fieldOf(raw, "parent", kind);
  return typeof parent === "string" ? parent : undefined;
}
