import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { compareText } from "../../problems/problem";
import { arrayOf, type Json, member, objectOf, stringOf } from "../../review/plan/json";
import type { Value } from "../../review/plan/value";
import { callsIn, readCode, type ResourceCode, resourcesIn, type TerraformCode } from "./terraform-code";

interface ParsedFolder {
  readonly files: readonly Json[];
  /** Values of variables from the files that Terraform loads automatically. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly unread: TerraformCode["unread"];
}

/** Maximum depth of modules. Terraform refuses cycles of modules, but it may never have read this folder. */
const MAX_DEPTH = 10;

/**
 * Reads the folder of the old code: `*.tf`, `*.tf.json`, the variable files that Terraform loads automatically, local and installed modules,
 * and the files of `terraform init` and `terraform workspace`. A file that cannot be read is listed in `unread` and skipped, because the user
 * can provide all of this information in other ways.
 */
export async function readTerraformFolder(folder: string): Promise<TerraformCode> {
  const root = await parseFolder(folder, "");
  const modules = await modulesOf(root.files, {
    folder,
    root: folder,
    keys: [],
    places: await installedModules(folder),
  });
  const code = readCode(root.files, root.variables, modules.resources);
  return {
    ...code,
    backend: (await initialisedBackend(folder)) ?? code.backend,
    workspace: await workspaceOf(folder),
    unread: [...root.unread, ...modules.unread],
  };
}

async function parseFolder(folder: string, shown: string): Promise<ParsedFolder> {
  const names = (await readdir(folder)).sort(compareText);
  const unread: { file: string; message: string }[] = [];
  const parsed = async (file: string): Promise<Json> => {
    try {
      const text = await readFile(join(folder, file), "utf8");
      return file.endsWith(".json") ? (JSON.parse(text) as Json) : await parseHcl(file, text);
    } catch (error) {
      unread.push({ file: `${shown}${file}`, message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  const files: Json[] = [];
  for (const name of names.filter((each) => /\.tf(\.json)?$/.test(each))) files.push(await parsed(name));
  const variables: Record<string, unknown> = {};
  for (const name of names.filter((each) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(each)))
    Object.assign(variables, objectOf(await parsed(name)));
  return { files, variables, unread };
}

interface ModuleFolder {
  readonly folder: string;
  /** Folder of the root module. */
  readonly root: string;
  /** Names of the module calls from the root module to this module. */
  readonly keys: readonly string[];
  /** Folders in which `terraform init` has installed modules, by their keys, such as `network.subnets`. */
  readonly places: ReadonlyMap<string, string>;
}

/** Reads the resources of all modules that the files call. Skips modules that are not on this disk. */
async function modulesOf(
  files: readonly Json[],
  { folder, root, keys, places }: ModuleFolder,
): Promise<{ readonly resources: readonly ResourceCode[]; readonly unread: TerraformCode["unread"] }> {
  const found: { resources: ResourceCode[]; unread: TerraformCode["unread"][number][] } = { resources: [], unread: [] };
  if (keys.length === MAX_DEPTH) return found;
  for (const { name, source } of callsIn(files)) {
    const path = [...keys, name];
    const installed = places.get(path.join("."));
    const at =
      installed === undefined ? (/^\.\.?\//.test(source) ? join(folder, source) : undefined) : join(root, installed);
    const module = at === undefined ? undefined : await parseFolder(at, `${name}/`).catch(() => undefined);
    if (at === undefined || module === undefined) continue;
    const inner = await modulesOf(module.files, { folder: at, root, keys: path, places });
    found.resources.push(
      ...resourcesIn(module.files, path.map((key) => `module.${key}.`).join("")),
      ...inner.resources,
    );
    found.unread.push(...module.unread, ...inner.unread);
  }
  return found;
}

/** Parses HCL. The parser is loaded only when needed, because it is a megabyte of WebAssembly. */
async function parseHcl(file: string, text: string): Promise<Json> {
  const { parse } = await import("@cdktf/hcl2json");
  return parse(file, text);
}

/** Reads the folders of installed modules, by key. Source: Terraform, .terraform/modules/modules.json, which `terraform init` writes. */
async function installedModules(folder: string): Promise<ReadonlyMap<string, string>> {
  const noted = await readJson(join(folder, ".terraform", "modules", "modules.json"));
  return new Map(
    arrayOf(noted, "Modules").flatMap((module) => {
      const [key, place] = [stringOf(module, "Key"), stringOf(module, "Dir")];
      return key === undefined || place === undefined ? [] : [[key, place] as const];
    }),
  );
}

/** Reads the initialised backend, with arguments of `-backend-config`, which the code lacks. Source: Terraform, .terraform/terraform.tfstate. */
async function initialisedBackend(folder: string): Promise<TerraformCode["backend"]> {
  const backend = member(await readJson(join(folder, ".terraform", "terraform.tfstate")), "backend");
  const type = stringOf(backend, "type");
  if (type === undefined) return undefined;
  const config = Object.entries(objectOf(backend, "config")).filter(([, value]) => value !== null);
  return { type, config: Object.fromEntries(config) as Readonly<Record<string, Value>> };
}

/** Reads a JSON file. Returns undefined if the file is missing or is not JSON. */
async function readJson(path: string): Promise<Json> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Json;
  } catch {
    return undefined;
  }
}

/**
 * Returns the selected workspace of a folder with Terraform code, or undefined for the default workspace.
 *
 * Source: Terraform, "Workspaces": `terraform workspace select` writes the name to .terraform/environment.
 */
export async function workspaceOf(folder: string): Promise<string | undefined> {
  const noted = await readFile(join(folder, ".terraform", "environment"), "utf8").catch(() => "");
  const name = noted.trim();
  return name === "" || name === "default" ? undefined : name;
}
