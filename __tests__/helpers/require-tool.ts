/* eslint jest/no-export: off, jest/valid-title: off, jest/valid-describe-callback: off, jest/expect-expect: off, jest/no-disabled-tests: off -- a helper of tests, not a test file */
import { howToInstall, missingTools, type ToolName } from "../../src/cli/demo/tools";

/** Tests that need programs of the machine: left out, and said so, where one is missing; under CI that is a failure. */
export function describeWithTools(names: readonly ToolName[], title: string, tests: () => void): void {
  const missing = missingTools(names, process.env);
  if (missing.length === 0) {
    describe(title, tests);
  } else if (process.env.CI === "true") {
    describe(title, () => {
      it("has the programs it needs", () => {
        throw new Error(howToInstall(missing));
      });
    });
  } else {
    describe.skip(`${title} (left out: ${missing.join(" and ")} not installed)`, tests);
  }
}
