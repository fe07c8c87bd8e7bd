import { availableParallelism } from "node:os";

/**
 * What is mutated, by which tests it has to be noticed, and which score breaks the run. A room's own tests: what only a test of the whole
 * notices is found late, and by nobody who looks for the reason.
 */
const rooms = {
  versions: { mutate: ["src/versions/**/*.ts"], tests: ["versions"], least: 85 },
  model: { mutate: ["src/model/**/*.ts"], tests: ["model", "factory"], least: 85 },
  factory: { mutate: ["src/factory/**/*.ts"], tests: ["factory"], least: 85 },
  constructs: { mutate: ["src/constructs/**/*.ts"], tests: ["constructs"], least: 85 },
  rules: { mutate: ["src/checks/**/*.ts"], tests: ["checks"], least: 85 },
  documents: { mutate: ["src/documents/**/*.ts"], tests: ["documents"], least: 75 },
};

const named = process.env.ROOM ?? "versions";
const room = rooms[named];
if (room === undefined) throw new Error(`ROOM is "${named}"; it must be one of ${Object.keys(rooms).join(", ")}`);

export default {
  testRunner: "jest",
  mutate: room.mutate,
  coverageAnalysis: "perTest",
  jest: {
    projectType: "custom",
    config: {
      testEnvironment: "@stryker-mutator/jest-runner/jest-env/node",
      roots: room.tests.map((folder) => `<rootDir>/__tests__/${folder}`),
      setupFiles: ["<rootDir>/__tests__/helpers/clean-environment.ts"],
      transform: { "^.+\\.ts$": ["@swc/jest"] },
      testTimeout: 300_000,
    },
    enableFindRelatedTests: false,
  },
  // Texts are for people: that a message has not become another one is not what a test is for. Examples and their
  // documentation are data of the rules.
  mutator: { excludedMutations: ["StringLiteral"] },
  ignoreStatic: true,
  ignorePatterns: ["dist", "cdktf.out", "docs", "state", "coverage"],
  concurrency: Math.max(2, Math.floor(availableParallelism() / 2)),
  timeoutMS: 60_000,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: `coverage/mutations-${named}.json` },
  thresholds: { high: 95, low: room.least, break: room.least },
  tempDirName: ".stryker",
  disableTypeChecks: false,
};
