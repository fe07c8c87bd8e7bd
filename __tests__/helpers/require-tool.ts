/* eslint jest/no-export: off, jest/valid-title: off, jest/valid-describe-callback: off, jest/expect-expect: off, jest/no-disabled-tests: off -- a helper of tests, not a test file */
import { isOnPath } from "../../src/terraform/on-path";

type ToolName = keyof typeof installation;

/** How to install each program that tests run. */
const installation = {
  terraform: "https://developer.hashicorp.com/terraform/install (the version in .terraform-version is known to work)",
  moto_server: "pip install 'moto[server]'",
  aws: "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
  python3: "https://www.python.org/downloads/",
};

/** Defines tests that need programs of the machine. If one is missing, the tests are skipped with a message; under CI they fail. */
export function describeWithTools(names: readonly ToolName[], title: string, tests: () => void): void {
  const missing = names.filter((name) => !isOnPath(name, process.env));
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

/** Returns one line for each missing program: its name and how to install it. */
function howToInstall(names: readonly ToolName[]): string {
  return names
    .map((name) => `${name} is not installed or not on the PATH; install it: ${installation[name]}`)
    .join("\n");
}
