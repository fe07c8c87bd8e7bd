import type { Terminal } from "../../src/cli/terminal";

/** Returns a terminal that records its output. */
export function fakeTerminal(given: Partial<Pick<Terminal, "cwd" | "env">> = {}): {
  readonly terminal: Terminal;
  readonly texts: { out: string; err: string };
} {
  const texts = { out: "", err: "" };
  const stream = (name: keyof typeof texts): NodeJS.WriteStream =>
    ({ write: (text: string) => (texts[name] += text), isTTY: false }) as unknown as NodeJS.WriteStream;
  const { signal } = new AbortController();
  const terminal: Terminal = {
    cwd: "",
    env: {},
    stdin: process.stdin,
    stdout: stream("out"),
    stderr: stream("err"),
    stopSignal: () => signal,
    ...given,
  };
  return { terminal, texts };
}
