import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

import { UserError } from "../../files/user-error";
import { isOnPath } from "../../terraform/on-path";

/** The version of moto that is known to work. The sandbox works around the faults of this version. */
const wanted = "moto[server]==5.2.1";

const run = promisify(execFile);

export interface MotoSearch {
  readonly environment: NodeJS.ProcessEnv;
  /** Folder for downloads, e.g. node_modules/.cache/golden-images. It can be deleted at any time. */
  readonly cache: string;
  /** Called before a download, which takes a while. */
  readonly fetching: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Returns environment variables with moto_server on the PATH. If the machine has no moto_server, installs it into a virtual environment in
 * the cache, with uv, Python's venv or pipx, whichever exists. The next call uses that installation, without network.
 *
 * @throws UserError if it cannot be installed
 */
export async function withMoto({ environment, cache, fetching, signal }: MotoSearch): Promise<NodeJS.ProcessEnv> {
  if (isOnPath("moto_server", environment)) return environment;
  const folder = join(cache, wanted.replace(/[^a-z0-9.]+/g, "-"));
  const bin = join(folder, "bin");
  if (!existsSync(join(bin, "moto_server"))) {
    fetching(`fetching ${wanted} into ${folder}`);
    await fetchMoto(folder, environment, signal);
  }
  return { ...environment, PATH: [bin, environment.PATH].filter((path) => path !== undefined).join(delimiter) };
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
      // The next run would use an incomplete installation as if it was complete.
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
