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
 * Puts a moto_server on the PATH that forks a process with all modules loaded, because a test file starts up to six servers. The process
 * ends with this one. If no Python has moto, the PATH stays unchanged.
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
  // The child must not keep this process running.
  child.unref();
  child.stdout.destroy();
  (child.stdin as unknown as { unref(): void }).unref();
  if (python === "") return;
  writeFileSync(join(folder, "moto_server"), standIn(python, socket), { mode: 0o755 });
  process.env.PATH = [folder, process.env.PATH].join(delimiter);
}

/** Returns the PATH with the machine's own moto_server, for a test of what remains after the server ends. */
export function pathWithoutForks(): string {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes(name))
    .join(delimiter);
}
