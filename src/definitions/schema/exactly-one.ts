import type { z } from "zod";

/** Refines an object: exactly one of `keys` is given. The problem is reported at the last in the file of those that are. */
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

/** Where a transform goes after `exactlyOne` with none of the keys given, which the refinement has reported and so never lets through. */
export function noneGiven(): never {
  throw new Error("a transform needs the refinement exactlyOne before it");
}
