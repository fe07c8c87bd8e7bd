import fc from "fast-check";

/** How samples are drawn. */
export interface Drawing {
  readonly whole: boolean;
  readonly seed: number;
}

/** `SAMPLE=all` makes samples whole; `SAMPLE_SEED` draws others. */
export function drawingOf({ SAMPLE, SAMPLE_SEED = "1" }: NodeJS.ProcessEnv): Drawing {
  return { whole: SAMPLE === "all", seed: Number(SAMPLE_SEED) };
}

const drawing = drawingOf(process.env);

export const {
  /** Long matrices are run whole by `npm run test:all` and once a week, and `npm test` draws a sample of each. */
  whole,
  /** What samples are drawn by. It is fixed unless `SAMPLE_SEED` says otherwise, so a run of CI does not depend on chance. */
  seed,
} = drawing;

/** `count` of the cases, in their order and always the same for one seed; all of them where the whole is asked for. */
export function sample<T>(cases: readonly T[], count: number, by: Drawing = drawing): readonly T[] {
  if (by.whole || count >= cases.length) return cases;
  const parameters = { seed: by.seed, numRuns: 1 };
  return fc.sample(fc.subarray([...cases], { minLength: count, maxLength: count }), parameters)[0] ?? [];
}

/** A case of each kind, in their order and always the same ones for one seed; all of them where the whole is asked for. */
export function sampleOfEach<T>(cases: readonly T[], kindOf: (each: T) => unknown): readonly T[] {
  if (whole) return cases;
  const { length } = cases;
  const shuffled = fc.shuffledSubarray([...cases], { minLength: length, maxLength: length });
  const [order = []] = fc.sample(shuffled, { seed, numRuns: 1 });
  // Of two of a kind the later one stays.
  const drawn = new Set(new Map(order.map((each) => [kindOf(each), each])).values());
  return cases.filter((each) => drawn.has(each));
}

/** For the title of a test, so that a failure can be repeated: `2 of 6, SAMPLE_SEED=1`. */
export function sampled(cases: readonly unknown[], count: number, by: Drawing = drawing): string {
  if (by.whole || count >= cases.length) return `all ${cases.length}`;
  return `${count} of ${cases.length}, SAMPLE_SEED=${by.seed}`;
}

/** How often a property is tried: a quarter of the times in `npm test`, all of them where the whole is asked for. */
export function tries(count: number): number {
  return whole ? count : Math.ceil(count / 4);
}
