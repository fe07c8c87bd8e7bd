import { groupBy } from "../../../src/collections/group-by";
import { allPositions, livesOf, phases, type Position, sampleOf } from "../../end-to-end/faults/positions";

const calls = { create: 4, change: 2, destroy: 3 };
const all = allPositions(calls, 3);

test("every fault is at every call, and a late role at those up to the last role", () => {
  // create: five kinds at four calls, late-role at three; change and destroy: five kinds.
  expect(all).toHaveLength(5 * 4 + 3 + 5 * 2 + 5 * 3);
  expect(new Set(all.map((position) => JSON.stringify(position))).size).toBe(all.length);
  expect(all.filter(({ fault }) => fault.kind === "late-role").map(({ fault }) => fault.at)).toEqual([1, 2, 3]);
});

test("a sample is the same for the same seed, another for another, and all where that many are asked for", () => {
  expect(sampleOf(all, 12, 1)).toEqual(sampleOf(all, 12, 1));
  expect(sampleOf(all, 12, 1)).not.toEqual(sampleOf(all, 12, 2));
  expect(sampleOf(all, 1000, 1)).toHaveLength(all.length);
});

test.each([1, 2, 3, 7, 21])(
  "a sample has as many of each kind as of any other, and of each phase (seed %d)",
  (seed) => {
    const counts = (size: number, of: (position: Position) => string) =>
      [...groupBy(sampleOf(all, size, seed), of).values()].map(({ length }) => length);
    const kind = ({ fault }: Position) => fault.kind;
    const phase = (position: Position) => position.phase;
    expect(counts(6, kind)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(counts(6, phase)).toEqual([2, 2, 2]);
    expect(counts(12, kind)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(counts(12, phase)).toEqual([4, 4, 4]);
  },
);

test("each position is in one life, and each life has one of a phase at most", () => {
  const lives = livesOf(all);
  const told = lives.flatMap((life) => phases.flatMap((phase) => life[phase] ?? []));
  expect(told).toHaveLength(all.length);
  expect(new Set(told)).toEqual(new Set(all));
  for (const life of lives) for (const phase of phases) expect(life[phase]?.phase ?? phase).toBe(phase);
});
