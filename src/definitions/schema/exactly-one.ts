import type { z } from "zod";

/** Refines an object to have exactly one of `keys`. If several are given, the problem is reported at the last one in the file. */
export function exactlyOne<K extends string>(...keys: readonly K[]) {
  return (value: Readonly<Partial<Record<K, unknown>>>, context: z.RefinementCtx): void => {
    const given = keys.filter((key) => value[key] !== undefined);
    if (given.length === 1) return;
    context.addIssue({
      code: "custom",
      path: [],
      params: { rule: "exactly-one", keys: given },
      message:
        given.length > 1
          ? `${given.map((key) => `"${key}"`).join(" and ")} exclude each other`
          : `none of ${keys.map((key) => `"${key}"`).join(", ")} is given`,
      input: value,
    });
  };
}

/** Refines an object to have one of two keys, or both. */
export function oneOrBoth<K extends string>(one: K, other: K) {
  return (value: Readonly<Partial<Record<K, unknown>>>, context: z.RefinementCtx): void => {
    if (value[one] !== undefined || value[other] !== undefined) return;
    context.addIssue({
      code: "custom",
      path: [],
      params: { rule: "exactly-one", fix: "write one of them, or both" },
      message: `neither "${one}" nor "${other}" is given`,
      input: value,
    });
  };
}

/**
 * Throws, for use in a transform after `exactlyOne` if none of the keys is given. Never reached, because the refinement rejects this case.
 */
export function noneGiven(): never {
  throw new Error("a transform needs the refinement exactlyOne before it");
}
