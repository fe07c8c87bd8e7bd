/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  setupFiles: ["<rootDir>/__tests__/helpers/clean-environment.ts"],
  // Types are checked by tsc.
  transform: { "^.+\\.ts$": ["ts-jest", { diagnostics: false }] },
};
