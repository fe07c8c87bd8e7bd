import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** A file in which Terraform keeps a state. */
export interface StateFile {
  /** Relative to the project folder, with forward slashes. */
  readonly file: string;
  /** As an operating system takes it, of the folder of the stack it was found in; absent below state/. */
  readonly stack?: string;
  /** How many resources it holds; one that cannot be read counts as if it held some. */
  readonly resources: number;
  readonly text: string;
}

/** The folder of local states. */
export const stateFolder = "state";

/** The states in the folder of states and in the build output `outdir`, by path. Copies that Terraform keeps for itself are none. */
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

/** How many managed resources a state holds, in any of Terraform's formats. */
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

/** What `.terraform` holds is where the state is, not the state. */
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
