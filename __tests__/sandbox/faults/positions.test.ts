import { allPositions, livesOf, phases, sampleOf } from "../../end-to-end/faults/positions";

const calls = { create: 4, change: 2, destroy: 3 };
const all = allPositions(calls, 3);

test("every fault is at every call, and a late role at those up to the last role", () => {
  // create: five kinds at four calls, late-role at three; change and destroy: five kinds.
  expect(all).toHaveLength(5 * 4 + 3 + 5 * 2 + 5 * 3);
  expect(new Set(all.map((position) => JSON.stringify(position))).size).toBe(all.length);
  expect(all.filter(({ fault }) => fault.kind === "late-role").map(({ fault }) => fault.at)).toEqual([1, 2, 3]);
});

test("a sample is the same for the same seed, another for another, and has each phase and kind where it can", () => {
  expect(sampleOf(all, 12, 1)).toEqual(sampleOf(all, 12, 1));
  expect(sampleOf(all, 12, 1)).not.toEqual(sampleOf(all, 12, 2));
  const groups = sampleOf(all, 16, 7).map(({ phase, fault }) => `${phase} ${fault.kind}`);
  expect(new Set(groups).size).toBe(16);
  expect(sampleOf(all, 1000, 1)).toHaveLength(all.length);
});

test("each position is in one life, and each life has one of a phase at most", () => {
  const lives = livesOf(all);
  const told = lives.flatMap((life) => phases.flatMap((phase) => life[phase] ?? []));
  expect(told).toHaveLength(all.length);
  expect(new Set(told)).toEqual(new Set(all));
  for (const life of lives) for (const phase of phases) expect(life[phase]?.phase ?? phase).toBe(phase);
});
