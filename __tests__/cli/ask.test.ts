import { PassThrough } from "node:stream";

import { askIn, askOn } from "../../src/cli/ask";
import { Stopped, type Terminal } from "../../src/cli/terminal";

/** Returns a terminal that sends what is typed as soon as it has shown the question. */
function typed(keys: string, isTTY = true): Pick<Terminal, "stdin" | "stdout"> {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stdout = Object.assign(new PassThrough(), { isTTY });
  stdout.once("data", () => setImmediate(() => stdin.write(keys)));
  return { stdin, stdout } as unknown as Pick<Terminal, "stdin" | "stdout">;
}

describe("a question", () => {
  it("is answered by what is typed, without the spaces around it", async () => {
    await expect(askIn(typed(" yes \r"), "Apply? ")).resolves.toBe("yes");
    await expect(askOn(typed("leave\r"))("Leave? ")).resolves.toBe("leave");
  });

  it.each([
    ["Ctrl-C", "\x03"],
    ["Ctrl-D", "\x04"],
  ])("ends with %s like the program, or is not answered", async (_name, key) => {
    await expect(askIn(typed(key), "Apply? ")).rejects.toThrow(new Stopped("SIGINT"));
    await expect(askOn(typed(key))("Leave? ")).resolves.toBeUndefined();
  });

  it("ends with the signal that stops the command", async () => {
    const stop = new AbortController();
    const question = askIn(typed(""), "Apply? ", stop.signal);
    stop.abort(new Stopped("SIGTERM"));
    await expect(question).rejects.toThrow(new Stopped("SIGTERM"));
  });

  it("is not asked where nobody can answer", async () => {
    await expect(askOn(typed("yes\r", false))("Leave? ")).resolves.toBeUndefined();
  });
});
