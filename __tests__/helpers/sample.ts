import fc from "fast-check";

/** Settings for drawing samples. */
export interface Drawing {
  readonly whole: boolean;
  readonly seed: number;
}

/** Reads the settings from environment variables. `SAMPLE=all` uses all cases; `SAMPLE_SEED` changes the seed. */
export function drawingOf({ SAMPLE, SAMPLE_SEED = "1" }: NodeJS.ProcessEnv): Drawing {
  return { whole: SAMPLE === "all", seed: Number(SAMPLE_SEED) };
}

const drawing = drawingOf(process.env);

export const {
  /** Whether all cases run, as in `npm run test:all` and once a week. `npm test` runs a sample of each long matrix. */
  whole,
  /** Seed of the samples. Fixed unless `SAMPLE_SEED` is set, so that CI does not depend on chance. */
  seed,
} = drawing;

/** Returns `count` of the cases in their order, always the same for one seed; all of them if all cases run. */
export function sample<T>(cases: readonly T[], count: number, by: Drawing = drawing): readonly T[] {
  if (by.whole || count >= cases.length) return cases;
  const parameters = { seed: by.seed, numRuns: 1 };
  return fc.sample(fc.subarray([...cases], { minLength: count, maxLength: count }), parameters)[0] ?? [];
}

/** Returns one case of each kind in their order, always the same for one seed; all of them if all cases run. */
export function sampleOfEach<T>(cases: readonly T[], kindOf: (each: T) => unknown): readonly T[] {
  if (whole) return cases;
  const { length } = cases;
  const shuffled = fc.shuffledSubarray([...cases], { minLength: length, maxLength: length });
  const [order = []] = fc.sample(shuffled, { seed, numRuns: 1 });
  // The map keeps the last case of each kind.
  const drawn = new Set(new Map(order.map((each) => [kindOf(each), each])).values());
  return cases.filter((each) => drawn.has(each));
}

/** Returns the size and seed of a sample for the title of a test, so that a failure can be repeated: `2 of 6, SAMPLE_SEED=1`. */
export function sampled(cases: readonly unknown[], count: number, by: Drawing = drawing): string {
  if (by.whole || count >= cases.length) return `all ${cases.length}`;
  return `${count} of ${cases.length}, SAMPLE_SEED=${by.seed}`;
}

/** Returns how often a property is checked: a quarter of `count` in `npm test`, `count` if all cases run. */
export function tries(count: number): number {
  return whole ? count : Math.ceil(count / 4);
}
