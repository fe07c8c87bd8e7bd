import { fieldOf } from "../../definitions/field-of";
import type { Kind } from "./kind";

/** The image or container of the project that a definition, fitting or not, names as its parent. */
export function writtenParent(kind: Kind, raw: unknown): string | undefined {
  const parent = fieldOf(fieldOf(raw, "parent"), kind);
  return typeof parent === "string" ? parent : undefined;
}
