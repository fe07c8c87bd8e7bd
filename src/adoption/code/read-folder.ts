import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { compareText } from "../../problems/problem";
import { type Json, member, objectOf, stringOf } from "../../review/plan/json";
import type { Value } from "../../review/plan/value";
import { readCode, type TerraformCode } from "./terraform-code";

/**
 * Reads the folder of the old code: `*.tf`, `*.tf.json`, the files of values that Terraform reads by itself, and what `terraform init` has noted of
 * the backend. A file that cannot be read is told and left out: all that is taken from here can be given in another way.
 */
export async function readTerraformFolder(folder: string): Promise<TerraformCode> {
  const names = (await readdir(folder)).sort(compareText);
  const unread: { file: string; message: string }[] = [];
  const parsed = async (file: string): Promise<Json> => {
    const text = await readFile(join(folder, file), "utf8");
    try {
      return file.endsWith(".json") ? (JSON.parse(text) as Json) : await parseHcl(file, text);
    } catch (error) {
      unread.push({ file, message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };
  const files: Json[] = [];
  for (const name of names.filter((each) => /\.tf(\.json)?$/.test(each))) files.push(await parsed(name));
  const variables: Record<string, unknown> = {};
  for (const name of names.filter((each) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(each)))
    Object.assign(variables, objectOf(await parsed(name)));
  const code = readCode(files, variables);
  return { ...code, backend: (await initialisedBackend(folder)) ?? code.backend, unread };
}

/** The parser is loaded where it is needed: it is a megabyte of WebAssembly. */
async function parseHcl(file: string, text: string): Promise<Json> {
  const { parse } = await import("@cdktf/hcl2json");
  return parse(file, text);
}

/** What `-backend-config` has added is in no file of the code. Source: Terraform, .terraform/terraform.tfstate. */
async function initialisedBackend(folder: string): Promise<TerraformCode["backend"]> {
  try {
    const noted = JSON.parse(await readFile(join(folder, ".terraform", "terraform.tfstate"), "utf8")) as Json;
    const backend = member(noted, "backend");
    const type = stringOf(member(backend, "type"));
    if (type === undefined) return undefined;
    const config = Object.entries(objectOf(member(backend, "config"))).filter(([, value]) => value !== null);
    return { type, config: Object.fromEntries(config) as Readonly<Record<string, Value>> };
  } catch {
    return undefined;
  }
}
