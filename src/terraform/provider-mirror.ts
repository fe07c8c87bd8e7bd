import type { Dirent } from "node:fs";
import { access, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { parseVersion } from "../versions/version";
import { admits } from "../versions/version-constraint";

const machineRoots = ["/usr/local/share", "/usr/share", "/opt"];

/** Maximum number of folder levels between a root and a mirror. */
const searchDepth = 2;

const provider = join("registry.terraform.io", "hashicorp", "aws");

/** The provider that Terraform has to find, and where it is searched. */
export interface ProviderSearch {
  /** Version constraint of the provider, or a locked version. Default: that of generated code, `~> 5.100`. */
  readonly constraint?: string;
  /** Folders to search besides those of the user. Default: those of the machine. */
  readonly roots?: readonly string[];
}

/**
 * Returns the environment variables with which Terraform finds the AWS provider. Sources in this order: the user's own CLI configuration, a
 * mirror on this machine, the registry.
 *
 * @param folder an existing folder; if a mirror is used, a CLI configuration is written there
 */
export async function providerInstallation(
  environment: NodeJS.ProcessEnv,
  folder: string,
  search: ProviderSearch = {},
): Promise<NodeJS.ProcessEnv> {
  const { TF_CLI_CONFIG_FILE: configured } = environment;
  if (configured !== undefined && configured !== "" && (await exists(configured)))
    return { TF_CLI_CONFIG_FILE: resolve(configured) };
  if (await hasCliConfiguration(environment)) return {};

  const mirror = await findProviderMirrorOf(environment, search);
  if (mirror === undefined) return {};
  const file = join(folder, "terraform.rc");
  await writeFile(file, cliConfiguration(mirror));
  return { TF_CLI_CONFIG_FILE: file };
}

/**
 * Returns the first folder, at most two levels below one of the roots, that contains the wanted version of the AWS provider for this machine,
 * packed or unpacked. Undefined if there is none.
 */
export async function findProviderMirrorOf(
  environment: NodeJS.ProcessEnv,
  { constraint = "~> 5.100", roots = machineRoots }: ProviderSearch = {},
): Promise<string | undefined> {
  for (const root of [...userRoots(environment), ...roots]) {
    const found = await searchBelow(root, searchDepth, constraint);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Checks whether the user has a CLI configuration that Terraform finds by default. The credentials file that `terraform login` writes
 * beside it does not count: it does not configure providers.
 *
 * Source: Terraform, "CLI Configuration File", Locations
 */
async function hasCliConfiguration({ HOME: home, APPDATA: data }: NodeJS.ProcessEnv): Promise<boolean> {
  const places = [
    ...(home === undefined ? [] : [{ file: join(home, ".terraformrc"), folder: join(home, ".terraform.d") }]),
    ...(data === undefined ? [] : [{ file: join(data, "terraform.rc"), folder: join(data, "terraform.d") }]),
  ];
  for (const { file, folder } of places) {
    if (await exists(file)) return true;
    const names = (await entriesOf(folder)).map(({ name }) => name);
    if (names.some((name) => /\.tfrc(\.json)?$/.test(name) && name !== "credentials.tfrc.json")) return true;
  }
  return false;
}

function userRoots({ HOME: home, XDG_DATA_HOME: data }: NodeJS.ProcessEnv): string[] {
  return [
    ...(home === undefined ? [] : [join(home, ".terraform.d", "plugins")]),
    ...(data === undefined || data === "" ? [] : [join(data, "terraform", "plugins")]),
    ...(home === undefined ? [] : [join(home, ".local", "share", "terraform", "plugins")]),
  ];
}

async function searchBelow(folder: string, depth: number, constraint: string): Promise<string | undefined> {
  if (await holdsAwsProvider(folder, constraint)) return folder;
  if (depth === 0) return undefined;
  for (const name of await foldersIn(folder)) {
    const found = await searchBelow(join(folder, name), depth - 1, constraint);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function holdsAwsProvider(folder: string, constraint: string): Promise<boolean> {
  for (const { name } of await entriesOf(join(folder, provider))) {
    const [, packed = "", system] = /^terraform-provider-aws_([^_]+)_(.+)\.zip$/.exec(name) ?? [];
    if (suits(packed, constraint) && system === platform()) return true;
    if (suits(name, constraint) && (await exists(join(folder, provider, name, platform())))) return true;
  }
  return false;
}

function suits(version: string, constraint: string): boolean {
  return parseVersion(version) !== undefined && admits(constraint, version);
}

/** Returns the platform as Terraform names it, such as `linux_amd64`. */
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

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
}

/** Returns the entries of a folder; an empty list if it is missing or cannot be read. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
