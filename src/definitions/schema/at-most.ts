import type { z } from "zod";

/** Refines a map to at most `most` keys. Reports the first excess key. */
export function atMost(most: number, what: string, why = "") {
  return (value: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const count = Object.keys(value).length;
    if (count <= most) return;
    context.addIssue({
      code: "custom",
      path: [],
      params: { most, fix: `remove ${count - most} of them` },
      message: `${count} ${what}, allowed: up to ${most}${why}`,
      input: value,
    });
  };
}
