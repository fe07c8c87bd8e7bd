import { execFileSync } from "node:child_process";
import { join } from "node:path";

const repository = join(__dirname, "..", "..");

const program = `
  const { showsColour } = require(${JSON.stringify(join(repository, "src", "cli", "screen.ts"))});
  console.log([true, false].map((isTTY) => showsColour({ isTTY })).join());
`;

/** In a process of its own: which colours there are is known when the library is loaded. */
function inTerminalAndPipe(env: NodeJS.ProcessEnv): string {
  const args = ["--import", "tsx", "--eval", program];
  return execFileSync(process.execPath, args, {
    cwd: repository,
    env: { PATH: process.env.PATH, ...env },
    encoding: "utf8",
  }).trim();
}

describe("colours", () => {
  it.each([
    ["a terminal, and not in a pipe, also of a CI", { CI: "true" }, "true,false"],
    ["neither with NO_COLOR", { CI: "true", NO_COLOR: "1" }, "false,false"],
  ])("are in %s", (_, env, shown) => {
    expect(inTerminalAndPipe(env)).toBe(shown);
  });
});
