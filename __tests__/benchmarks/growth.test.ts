import { join } from "node:path";

import { type Counter, startCounting } from "../../benchmarks/growth/count-work";
import { growthOf, type Step } from "../../benchmarks/growth/growth";

/** No more than linear, with room for what sorts. */
const most = 1.1;
/** Scripts are drawn, so what looks at a few kinds of lines alone varies with the draw; what is quadratic comes near 2. */
const mostOfOne = 1.4;

const steps: readonly (readonly [string, Step])[] = [
  ["images", { small: { images: 10, documents: 1 }, large: { images: 60, documents: 1 }, factor: 6 }],
  [
    "environments",
    {
      small: { images: 4, environments: 3, documents: 1 },
      large: { images: 4, environments: 24, documents: 1 },
      factor: 8,
    },
  ],
];

describe("the work of a check, counted", () => {
  let counter: Counter;
  beforeAll(async () => {
    counter = await startCounting(join(__dirname, "../.."));
  });
  afterAll(() => {
    counter.stop();
  });

  it.each(steps)("grows with the %s, and in no function faster than they do", async (_what, step) => {
    // Loaded here, for the counter counts what is loaded after it.
    const { inspectProject } = await import("../../src/checks/inspect-project");
    const { exponent, steepest } = await growthOf(counter, step, async (folder) => inspectProject(folder));
    expect(steepest.length).toBeGreaterThan(0);
    expect(steepest.filter((each) => each.exponent > mostOfOne)).toEqual([]);
    expect(exponent).toBeGreaterThan(0.2); // It has counted the work itself.
    expect(exponent).toBeLessThanOrEqual(most);
  });
});
