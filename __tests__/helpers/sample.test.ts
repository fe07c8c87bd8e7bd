import { drawingOf, sample, sampled } from "./sample";

const letters = ["a", "b", "c", "d", "e", "f"];

describe("a sample", () => {
  /** Returns the sample and the title of a run with these variables. */
  function drawnWith(variables: NodeJS.ProcessEnv): readonly [readonly string[], string] {
    const drawing = drawingOf(variables);
    return [sample(letters, 2, drawing), sampled(letters, 2, drawing)];
  }

  it("is the same for the same seed, in the order of the cases, and its title says how to repeat it", () => {
    const [first, title] = drawnWith({ SAMPLE: "", SAMPLE_SEED: "7" });
    expect(first).toHaveLength(2);
    expect([...first].sort()).toEqual(first);
    expect(title).toBe("2 of 6, SAMPLE_SEED=7");
    expect(drawnWith({ SAMPLE_SEED: "7" })).toEqual([first, title]);
  });

  it("is drawn by the seed 1 where none is given", () => {
    expect(drawnWith({})).toEqual(drawnWith({ SAMPLE_SEED: "1" }));
  });

  it("is another for another seed", () => {
    const drawn = new Set(["1", "2", "3", "4"].map((seed) => drawnWith({ SAMPLE_SEED: seed })[0].join("")));
    expect(drawn.size).toBeGreaterThan(1);
  });

  it("is the whole where that is asked for", () => {
    expect(drawnWith({ SAMPLE: "all" })).toEqual([letters, "all 6"]);
  });
});

it("is all there is where there are fewer", () => {
  expect(sample(letters, 9)).toEqual(letters);
  expect(sampled(letters, 9)).toBe("all 6");
});
