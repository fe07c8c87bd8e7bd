import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** Real tools that a script may call: they change nothing except the files that they are given. */
const harmlessTools = "awk bash cat chmod cp find grep head mkdir mktemp rm sed sort tail timeout touch truncate".split(
  " ",
);
const systemFolders = "bin|boot|dev|etc|home|lib|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var";

export interface ScriptRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Calls of stubs with their arguments, in order. */
  readonly calls: readonly string[];
}

/**
 * A folder that replaces a machine's file system, and stubs that replace its commands.
 *
 * A script runs with every absolute path moved below that folder, and finds no commands except the stubs and a few harmless tools. It
 * cannot reach the real machine's package managers, systemctl and the like, even as root.
 */
export class FakeMachine {
  private readonly folder = mkdtempSync(join(tmpdir(), "fake-machine-"));
  private readonly commands = join(this.folder, "commands");
  private readonly log = join(this.folder, "calls");
  /** Root of the machine's file system. */
  readonly root = join(this.folder, "root");

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const path of ["etc", "home", "proc", "root", "run", "tmp", "var/log", "var/tmp"]) {
      mkdirSync(join(this.root, path), { recursive: true });
    }
    mkdirSync(this.commands);
    for (const tool of harmlessTools) {
      symlinkSync(realPath(tool), join(this.commands, tool));
    }
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** Adds a command that records its arguments and then runs `body` in bash, with the machine's root in `$ROOT`. */
  stub(name: string, body = ""): this {
    const path = join(this.commands, name);
    writeFileSync(path, `#!${realPath("bash")}\nprintf '%s\\n' "\${0##*/}\${*:+ $*}" >>"$CALLS"\n${body}\n`);
    chmodSync(path, 0o755);
    return this;
  }

  write(path: string, content: string): void {
    const target = join(this.root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  /** Creates a symbolic link at `path` to `target`, both on the machine. */
  link(path: string, target: string): void {
    mkdirSync(join(this.root, dirname(path)), { recursive: true });
    symlinkSync(join(this.root, target), join(this.root, path));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  run(script: string): ScriptRun {
    writeFileSync(this.log, "");
    const result = spawnSync(realPath("bash"), ["--norc", "-c", this.relocate(script)], {
      encoding: "utf8",
      cwd: this.root,
      env: {
        PATH: this.commands,
        HOME: join(this.root, "root"),
        TMPDIR: join(this.root, "tmp"),
        LC_ALL: "C",
        CALLS: this.log,
        ROOT: this.root,
      },
      // If the input is a socket, bash assumes a remote login and reads the real user's .bashrc.
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 30_000,
    });
    const calls = readFileSync(this.log, "utf8").replaceAll(this.root, "");
    return {
      exitCode: result.status,
      stdout: result.stdout.replaceAll(this.root, ""),
      stderr: result.stderr.replaceAll(this.root, ""),
      calls: calls.split("\n").filter((line) => line !== ""),
    };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Moves absolute paths below the root.
   *
   * @throws if a path cannot be moved
   */
  private relocate(script: string): string {
    const absolute = new RegExp(`(^|[\\s"'=(:,>|!])/(?!dev/(?:null|tcp)\\b)(?=(?:${systemFolders})\\b)`, "gm");
    const moved = script.replace(absolute, (_, before: string) => `${before}${this.root}/`);
    const rest = moved.replaceAll(this.root, "ROOT").replace(/\/dev\/(null|tcp)\b/g, "");
    const left = new RegExp(`(?<!ROOT)(?<![\\w.*}\\]-])/(?:${systemFolders})\\b.*`).exec(rest);
    if (left !== null) throw new Error(`the script would reach "${left[0]}" on the real machine`);
    return moved;
  }
}

function realPath(tool: string): string {
  for (const folder of ["/usr/bin", "/bin", ...(process.env.PATH ?? "").split(delimiter)]) {
    const path = join(folder, tool);
    if (existsSync(path)) return path;
  }
  throw new Error(`the tests need "${tool}", which is not on the PATH`);
}
