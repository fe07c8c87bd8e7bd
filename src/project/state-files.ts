import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** A Terraform state file. */
export interface StateFile {
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  /** Name of the stack folder that contains the file. Undefined for files in state/. */
  readonly stack?: string;
  /** Number of managed resources. 1 if the state cannot be read. */
  readonly resources: number;
  readonly text: string;
}

/** Name of the folder of local states. */
export const stateFolder = "state";

/** Finds the state files in state/ and in the build output `outdir`, sorted by path. Ignores backups of Terraform. */
export async function findStateFiles(root: string, outdir: string): Promise<StateFile[]> {
  const stacks = join(outdir, "stacks");
  const found = await Promise.all([
    ...(await filesIn(join(root, stateFolder), false)).map((path) => stateFile(root, path)),
    ...(await filesIn(stacks, true)).map((path) =>
      stateFile(root, path, relative(stacks, path).split(/[\\/]/)[0] ?? ""),
    ),
  ]);
  return found;
}

async function stateFile(root: string, path: string, stack?: string): Promise<StateFile> {
  const text = await readFile(path, "utf8");
  return { file: relative(root, path).replaceAll("\\", "/"), stack, resources: resourcesIn(text), text };
}

/** Counts the managed resources of a state in any of Terraform's formats. */
function resourcesIn(text: string): number {
  if (text.trim() === "") return 0;
  try {
    const { resources = [], modules = [] } = JSON.parse(text) as {
      resources?: { mode?: string }[];
      modules?: { resources?: object }[];
    };
    return (
      resources.filter(({ mode }) => mode !== "data").length +
      modules.reduce((sum, module) => sum + Object.keys(module.resources ?? {}).length, 0)
    );
  } catch {
    return 1;
  }
}

/** Finds state files in a folder. Skips `.terraform`, which contains the backend configuration and not the state. */
async function filesIn(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return recursive && entry.name !== ".terraform" ? filesIn(path, true) : [];
      return entry.name.endsWith(".tfstate") ? [path] : [];
    }),
  );
  return found.flat().sort();
}
