import { access, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const machineRoots = ["/usr/local/share", "/usr/share", "/opt"];

/** How many folders below a root a mirror may lie. */
const searchDepth = 2;

/**
 * The variables that let Terraform find the AWS provider, in this order:
 * the caller's own CLI configuration, where there is one; a mirror on this machine; the registry.
 *
 * @param folder an existing folder; a CLI configuration is written there where a mirror is used
 * @param roots folders besides the user's own to look for a mirror in
 */
export async function providerInstallation(
  environment: NodeJS.ProcessEnv,
  folder: string,
  roots: readonly string[] = machineRoots,
): Promise<NodeJS.ProcessEnv> {
  const { TF_CLI_CONFIG_FILE: configured, HOME: home } = environment;
  if (configured !== undefined && configured !== "" && (await exists(configured)))
    return { TF_CLI_CONFIG_FILE: resolve(configured) };
  if (home !== undefined && (await exists(join(home, ".terraformrc")))) return {};

  const mirror = await findProviderMirror([...userRoots(environment), ...roots]);
  if (mirror === undefined) return {};
  const file = join(folder, "terraform.rc");
  await writeFile(file, cliConfiguration(mirror));
  return { TF_CLI_CONFIG_FILE: file };
}

/** The first folder, at most two below one of the roots, that holds the AWS provider for this machine. */
export async function findProviderMirror(roots: readonly string[]): Promise<string | undefined> {
  for (const root of roots) {
    const found = await searchBelow(root, searchDepth);
    if (found !== undefined) return found;
  }
  return undefined;
}

function userRoots({ HOME: home, XDG_DATA_HOME: data }: NodeJS.ProcessEnv): string[] {
  return [
    ...(home === undefined ? [] : [join(home, ".terraform.d", "plugins")]),
    ...(data === undefined || data === "" ? [] : [join(data, "terraform", "plugins")]),
    ...(home === undefined ? [] : [join(home, ".local", "share", "terraform", "plugins")]),
  ];
}

async function searchBelow(folder: string, depth: number): Promise<string | undefined> {
  if (await holdsAwsProvider(folder)) return folder;
  if (depth === 0) return undefined;
  for (const name of await foldersIn(folder)) {
    const found = await searchBelow(join(folder, name), depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function holdsAwsProvider(folder: string): Promise<boolean> {
  const versions = join(folder, "registry.terraform.io", "hashicorp", "aws");
  for (const version of await foldersIn(versions)) {
    if (await exists(join(versions, version, platform()))) return true;
  }
  return false;
}

/** The machine in Terraform's words, such as `linux_amd64`. */
export function platform(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const architecture = { x64: "amd64", ia32: "386" }[process.arch as string] ?? process.arch;
  return `${system}_${architecture}`;
}

function cliConfiguration(mirror: string): string {
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A folder that is missing or may not be read holds nothing for us. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
}
