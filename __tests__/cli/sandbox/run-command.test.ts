import { runCommand } from "../../../src/cli/sandbox/run-command";
import { Stopped } from "../../../src/cli/terminal";

const surroundings = { cwd: ".", env: { PATH: process.env.PATH } };

describe("a command with the local AWS", () => {
  it.each([
    ["its own exit code", "exit 7", 7],
    ["128 and the signal that ended it", "kill -KILL $$", 137],
  ])("ends with %s", async (_, script, exitCode) => {
    expect(await runCommand(["sh", "-c", script], surroundings, new AbortController().signal)).toBe(exitCode);
  });

  it("is refused where there is no such program", async () => {
    const run = runCommand(["no-such-program"], surroundings, new AbortController().signal);
    await expect(run).rejects.toThrow('there is no program "no-such-program" on the PATH');
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 0],
  ] as const)("is ended by %s, but for Ctrl-C, which it has from the terminal", async (by, exitCode) => {
    const stop = new AbortController();
    // It ends by itself soon, where nobody ends it; a signal that is passed on comes first.
    const running = runCommand(["sh", "-c", by === "SIGINT" ? "exit 0" : "sleep 60"], surroundings, stop.signal);
    stop.abort(new Stopped(by));
    expect(await running).toBe(exitCode);
  });
});
