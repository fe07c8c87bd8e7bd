import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

const name = "forking-moto-";

/** Returns the program that replaces moto_server. While it runs, a forked process serves requests. */
const standIn = (python: string, socket: string): string => `#!${python} -SEs
import json, socket, sys
connection = socket.socket(socket.AF_UNIX)
connection.connect(${JSON.stringify(socket)})
connection.sendall(json.dumps(sys.argv[1:]).encode() + b"\\n")
connection.recv(1)
`;

/**
 * Puts a moto_server on the PATH that starts by forking one that has loaded everything; a test file starts up to six. It ends with this
 * process. Where there is no Python that has moto, the machine's stays.
 */
export async function forkMoto(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), name));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const socket = join(folder, "ask");
  const child = spawn("python3", [join(__dirname, "forking-moto.py"), socket], {
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const python = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    for (const end of ["error", "close"])
      child.once(end, () => {
        resolve("");
      });
  });
  // Nothing waits for it.
  child.unref();
  child.stdout.destroy();
  (child.stdin as unknown as { unref(): void }).unref();
  if (python === "") return;
  writeFileSync(join(folder, "moto_server"), standIn(python, socket), { mode: 0o755 });
  process.env.PATH = [folder, process.env.PATH].join(delimiter);
}

/** The PATH on which moto_server is the machine's, for a test of what is left when it ends. */
export function pathWithoutForks(): string {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes(name))
    .join(delimiter);
}
