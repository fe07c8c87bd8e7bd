import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

import { UserError } from "../../files/user-error";
import { isOnPath } from "../../terraform/on-path";

/** The version that is known to work; the sandbox fixes what it knows of this one. */
const wanted = "moto[server]==5.2.1";

const run = promisify(execFile);

export interface MotoSearch {
  readonly environment: NodeJS.ProcessEnv;
  /** Folder for what is fetched, such as node_modules/.cache/golden-images; it may be deleted at any time. */
  readonly cache: string;
  /** Called before something is fetched, for that takes a while. */
  readonly fetching: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * The environment in which moto_server is on the PATH. Where the machine has none, it is fetched into a virtual environment in the cache, by uv,
 * Python's venv or pipx, whichever is there; the next time it is there already, without network.
 *
 * @throws UserError where it cannot be fetched
 */
export async function withMoto({ environment, cache, fetching, signal }: MotoSearch): Promise<NodeJS.ProcessEnv> {
  if (isOnPath("moto_server", environment)) return environment;
  const folder = join(cache, wanted.replace(/[^a-z0-9.]+/g, "-"));
  const bin = join(folder, "bin");
  if (!existsSync(join(bin, "moto_server"))) {
    fetching(`fetching ${wanted} into ${folder}`);
    await fetchMoto(folder, environment, signal);
  }
  return { ...environment, PATH: [bin, environment.PATH ?? ""].join(delimiter) };
}

async function fetchMoto(folder: string, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const failures: string[] = [];
  for (const { program, commands, variables } of ways(folder)) {
    if (!isOnPath(program, environment)) continue;
    try {
      await rm(folder, { recursive: true, force: true });
      await mkdir(dirname(folder), { recursive: true });
      for (const [command = "", ...args] of commands)
        await run(command, args, { env: { ...environment, ...variables }, signal, maxBuffer: 2 ** 26 });
      return;
    } catch (error) {
      signal.throwIfAborted();
      // Half of one is none: the next run would take it for whole.
      await rm(folder, { recursive: true, force: true });
      const { stderr = "", message } = error as Error & { readonly stderr?: string };
      failures.push(`${program}: ${(stderr.trim() || message).split("\n").slice(-3).join(" ")}`);
    }
  }
  const why = failures.length === 0 ? "there is no uv, python3 or pipx to fetch it with" : failures.join("; ");
  throw new UserError(
    `moto_server is not on the PATH, and could not be fetched (${why}); install it: pip install '${wanted}'`,
  );
}

interface Way {
  readonly program: string;
  readonly commands: readonly (readonly string[])[];
  readonly variables?: NodeJS.ProcessEnv;
}

function ways(folder: string): readonly Way[] {
  const python = join(folder, "bin", "python");
  return [
    {
      program: "uv",
      commands: [
        ["uv", "venv", "--quiet", folder],
        ["uv", "pip", "install", "--quiet", "--python", python, wanted],
      ],
    },
    {
      program: "python3",
      commands: [
        ["python3", "-m", "venv", folder],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted],
      ],
    },
    {
      program: "pipx",
      commands: [["pipx", "install", "--quiet", wanted]],
      variables: { PIPX_HOME: join(folder, "pipx"), PIPX_BIN_DIR: join(folder, "bin") },
    },
  ];
}
