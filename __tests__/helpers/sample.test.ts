import { sample, sampled } from "./sample";

const letters = ["a", "b", "c", "d", "e", "f"];

describe("a sample", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
    jest.resetModules();
  });

  /** As a run with these variables has it. */
  async function drawnWith(variables: NodeJS.ProcessEnv): Promise<readonly [readonly string[], string]> {
    Object.assign(process.env, variables);
    jest.resetModules();
    const drawing = await import("./sample");
    return [drawing.sample(letters, 2), drawing.sampled(letters, 2)];
  }

  it("is the same for the same seed, in the order of the cases, and its title says how to repeat it", async () => {
    const [first, title] = await drawnWith({ SAMPLE: "", SAMPLE_SEED: "7" });
    expect(first).toHaveLength(2);
    expect([...first].sort()).toEqual(first);
    expect(title).toBe("2 of 6, SAMPLE_SEED=7");
    expect(await drawnWith({ SAMPLE: "", SAMPLE_SEED: "7" })).toEqual([first, title]);
  });

  it("is another for another seed", async () => {
    const drawn = new Set<string>();
    for (const seed of ["1", "2", "3", "4"])
      drawn.add((await drawnWith({ SAMPLE: "", SAMPLE_SEED: seed }))[0].join(""));
    expect(drawn.size).toBeGreaterThan(1);
  });

  it("is the whole where that is asked for", async () => {
    expect(await drawnWith({ SAMPLE: "all" })).toEqual([letters, "all 6"]);
  });
});

it("is all there is where there are fewer", () => {
  expect(sample(letters, 9)).toEqual(letters);
  expect(sampled(letters, 9)).toBe("all 6");
});
