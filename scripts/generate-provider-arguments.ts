import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Arguments } from "../src/aws/provider-arguments";
import { resourceTypes } from "./resource-types";

/** File with the output of `terraform providers schema -json` for the version of the AWS provider that the project uses. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("name the file that terraform providers schema -json was written to");

interface Block {
  readonly attributes?: Readonly<
    Record<string, { readonly type?: unknown; readonly optional?: boolean; readonly required?: boolean }>
  >;
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string; readonly block: Block }>>;
}

const schemas = JSON.parse(readFileSync(file, "utf8")) as {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>
  >;
};
const resources = schemas.provider_schemas["registry.terraform.io/hashicorp/aws"]?.resource_schemas ?? {};

/** Converts `["list","string"]` to `list(string)`. The attributes of an object are left out. */
function kindOf(type: unknown): string {
  if (!Array.isArray(type)) return String(type);
  const [kind, inner] = type as readonly unknown[];
  return kind === "object" ? kind : `${String(kind)}(${kindOf(inner)})`;
}

/** Returns the arguments of a block, without attributes that only AWS sets. */
function argumentsOf({ attributes = {}, block_types: blocks = {} }: Block): Arguments {
  const written = Object.entries(attributes).filter(
    ([, { optional, required }]) => optional === true || required === true,
  );
  return {
    values: Object.fromEntries(written.map(([name, { type }]) => [name, kindOf(type)])),
    blocks: Object.fromEntries(Object.entries(blocks).map(([name, { block }]) => [name, argumentsOf(block)])),
  };
}

const types = Object.fromEntries(
  resourceTypes().map((type) => {
    const schema = resources[type];
    if (schema === undefined) throw new Error(`the provider has no ${type}`);
    return [type, argumentsOf(schema.block)];
  }),
);
writeFileSync(join(__dirname, "..", "src", "aws", "provider-arguments.json"), `${JSON.stringify(types)}\n`);
