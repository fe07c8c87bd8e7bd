import fc from "fast-check";

/** Long matrices are run whole by `npm run test:all` and once a week, and `npm test` draws a sample of each: `SAMPLE=all` makes it whole. */
export const whole = process.env.SAMPLE === "all";

/** What samples are drawn by. It is fixed unless `SAMPLE_SEED` says otherwise, so a run of CI does not depend on chance. */
export const seed = Number(process.env.SAMPLE_SEED ?? "1");

/** `count` of the cases, in their order and always the same for one seed; all of them where the whole is asked for. */
export function sample<T>(cases: readonly T[], count: number): readonly T[] {
  if (whole || count >= cases.length) return cases;
  const drawn = fc.sample(fc.subarray([...cases], { minLength: count, maxLength: count }), { seed, numRuns: 1 });
  return drawn[0] ?? [];
}

/** For the title of a test, so that a failure can be repeated: `2 of 6, SAMPLE_SEED=1`. */
export function sampled(cases: readonly unknown[], count: number): string {
  return whole || count >= cases.length ? `all ${cases.length}` : `${count} of ${cases.length}, SAMPLE_SEED=${seed}`;
}

/** How often a property is tried: a quarter of the times in `npm test`, all of them where the whole is asked for. */
export function tries(count: number): number {
  return whole ? count : Math.ceil(count / 4);
}
