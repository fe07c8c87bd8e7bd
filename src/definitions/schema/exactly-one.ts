import type { z } from "zod";

/** Refines an object: exactly one of `keys` is given. */
export function exactlyOne<K extends string>(...keys: readonly K[]) {
  return (value: Readonly<Partial<Record<K, unknown>>>, context: z.RefinementCtx): void => {
    const given = keys.filter((key) => value[key] !== undefined);
    if (given.length === 1) return;
    context.addIssue({
      code: "custom",
      path: given.length > 1 ? [given[1] ?? ""] : [],
      params: { rule: "exactly-one" },
      message:
        given.length > 1
          ? `${given.map((key) => `"${key}"`).join(" and ")} exclude each other`
          : `none of ${keys.map((key) => `"${key}"`).join(", ")} is given`,
      input: value,
    });
  };
}
