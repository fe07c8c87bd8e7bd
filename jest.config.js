/** Types are checked by tsc; swc only strips them. */
const common = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  setupFiles: ["<rootDir>/__tests__/helpers/clean-environment.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest"] },
};

/** Tests that start other programs: the real Terraform, moto, shells. */
const endToEnd = ["/__tests__/end-to-end/", "/__tests__/sandbox/provider/", "/__tests__/components/linux-"];

/** What takes minutes each, and is run by `npm run test:transitions` alone. */
const long = process.env.TRANSITIONS === "all" ? [] : ["/transitions/steps.test.ts", "/transitions/receiving.test.ts"];

/** @type {import("jest").Config} */
module.exports = {
  globalSetup: "<rootDir>/__tests__/helpers/fetch-moto.ts",
  // No test depends on how busy the machine is: a limit is there to end a test that hangs, nothing else.
  testTimeout: 300_000,
  projects: [
    { ...common, displayName: "unit", testMatch: ["**/*.test.ts"], testPathIgnorePatterns: endToEnd },
    {
      ...common,
      displayName: "e2e",
      testRegex: endToEnd.map((part) => `${part}.*\\.test\\.ts$`),
      testPathIgnorePatterns: long,
    },
  ],
};
