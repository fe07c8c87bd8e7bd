import { howToRun } from "../../src/problems/how-to-run";

describe("how to run a command", () => {
  it.each([
    ["lock", "npx golden-images lock", "npm run lock"],
    ["lock --check", "npx golden-images lock --check", "npm run lock -- --check"],
    [
      "promote poc web --to stable",
      "npx golden-images promote poc web --to stable",
      "npm run promote -- poc web --to stable",
    ],
  ])("is said of %s as the program was started", (command, installed, repository) => {
    expect(howToRun(command, true)).toBe(installed);
    expect(howToRun(command, false)).toBe(repository);
  });

  it("is that of the repository where TypeScript runs", () => {
    expect(howToRun("lock")).toBe("npm run lock");
  });
});
