const { availableParallelism } = require("node:os");

/** Types are checked by tsc; swc only strips them. */
const common = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  setupFiles: ["<rootDir>/__tests__/helpers/clean-environment.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest"] },
};

/** Patterns of tests that start other programs: the real Terraform, moto, shells. */
const endToEnd = ["/__tests__/end-to-end/", "/__tests__/sandbox/provider/", "/__tests__/components/linux-"];

/** Tests that take minutes each. They run only with `npm run test:all`. */
const long =
  process.env.SAMPLE === "all"
    ? []
    : ["/transitions/steps.test.ts", "/transitions/consumers.test.ts", "/plans/recordings.test.ts"];

/** @type {import("jest").Config} */
module.exports = {
  globalSetup: "<rootDir>/__tests__/helpers/before-all-tests.ts",
  globalTeardown: "<rootDir>/__tests__/helpers/run-folder.ts",
  // No test depends on the load of the machine: this limit only ends tests that hang. Milliseconds.
  testTimeout: 300_000,
  testSequencer: "<rootDir>/__tests__/end-to-end/longest-first.js",
  // A worker that runs Terraform waits two thirds of its time, and takes up to 1.5 GB. Workers of unit tests never wait: see `npm run test:unit`.
  maxWorkers: Math.max(5, Math.floor(availableParallelism() * 0.75)),
  projects: [
    {
      ...common,
      displayName: "unit",
      // Test files share the modules of their worker: loading them again for each file takes longer than the tests.
      runner: "jest-light-runner",
      setupFiles: ["<rootDir>/__tests__/helpers/typescript.mjs", ...common.setupFiles],
      testMatch: ["**/*.test.ts"],
      testPathIgnorePatterns: endToEnd,
    },
    {
      ...common,
      displayName: "e2e",
      globalSetup: "<rootDir>/__tests__/end-to-end/prepare.ts",
      setupFiles: [...common.setupFiles, "<rootDir>/__tests__/end-to-end/go-memory.ts"],
      moduleNameMapper: {
        // CDKTF records where each reference was created, which takes a third of its time. Only its own errors show that place.
        "/stack-trace$": "<rootDir>/__tests__/helpers/no-stack-trace.ts",
        "/own-program$": "<rootDir>/__tests__/end-to-end/own-program.ts",
      },
      testRegex: endToEnd.map((part) => `${part}.*\\.test\\.ts$`),
      testPathIgnorePatterns: long,
    },
  ],
};
