import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";

/**
 * What is mutated, which tests have to notice it, and which score fails the run. A room is tested only by its own tests: a mistake that
 * only a test of the whole notices is hard to explain. From large rooms, `lines` lines are drawn.
 */
const rooms = {
  versions: { source: "src/versions", tests: ["versions"], least: 85 },
  model: { source: "src/model", tests: ["model", "factory"], least: 85 },
  factory: { source: "src/factory", tests: ["factory"], least: 85 },
  constructs: { source: "src/constructs", tests: ["constructs"], least: 85 },
  rules: { source: "src/checks", tests: ["checks"], least: 85, lines: 300 },
  documents: { source: "src/documents", tests: ["documents"], least: 85, lines: 500 },
};

/** Property tests would notice something else in each run. The others check whole projects or large scripts, at seconds per mutant. */
const testsLeftOut = [
  ".property.",
  "/bad-settings.",
  "/error-sources.",
  "/hostile-",
  "/mutants.",
  "/realistic-configurations.",
  "/silenced-errors.",
  "/unusual-settings.",
];

const named = process.env.ROOM ?? "versions";
const room = rooms[named];
if (room === undefined) throw new Error(`ROOM is "${named}"; it must be one of ${Object.keys(rooms).join(", ")}`);

/** Returns the top-level declarations of a room in Stryker's format: `src/versions/version.ts:12-20`. */
function places() {
  const files = readdirSync(room.source, { recursive: true }).filter((file) => file.endsWith(".ts"));
  return files.sort().flatMap((file) => {
    const path = join(room.source, file);
    const lines = readFileSync(path, "utf8").split("\n");
    const starts = lines.flatMap((line, index) => (/^\S/.test(line) && lines[index - 1] === "" ? [index + 1] : []));
    return starts.map((start, index) => ({ path, start, end: (starts[index + 1] ?? lines.length) - 1 }));
  });
}

/** Returns places drawn with `SAMPLE_SEED` that have together as many lines as the room says, or all places with `SAMPLE=all`. */
function drawn() {
  if (room.lines === undefined || process.env.SAMPLE === "all") return [`${room.source}/**/*.ts`];
  const all = places();
  const seed = Number(process.env.SAMPLE_SEED ?? "1");
  const [shuffled] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), { seed, numRuns: 1 });
  let left = room.lines;
  const taken = shuffled.filter(({ start, end }) => (left -= end - start + 1) > 0);
  console.log(`${named}: ${taken.length} of ${all.length} declarations, SAMPLE_SEED=${seed}`);
  return taken.map(({ path, start, end }) => `${path}:${start}-${end}`);
}

export default {
  plugins: ["./scripts/mutation-runner.mjs"],
  testRunner: "one-process",
  testFolders: room.tests.map((folder) => `__tests__/${folder}`),
  testsLeftOut,
  warnings: { unknownOptions: false },
  mutate: drawn(),
  coverageAnalysis: "perTest",
  // Texts are for people: a test does not have to notice that a message has changed. Examples and their documentation are data of the rules.
  mutator: { excludedMutations: ["StringLiteral"] },
  ignoreStatic: true,
  ignorePatterns: ["dist", "cdktf.out", "docs", "state", "coverage"],
  concurrency: Number(process.env.CONCURRENCY ?? "1"),
  timeoutMS: 10_000,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: `coverage/mutations-${named}.json` },
  thresholds: { high: 95, low: room.least, break: room.least },
  tempDirName: ".stryker",
  disableTypeChecks: false,
};
