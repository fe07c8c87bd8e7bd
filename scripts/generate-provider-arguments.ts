import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { overridableTypes } from "../src/aws/overridable-types";
import type { Arguments } from "../src/aws/provider-arguments";

/** Takes a file that holds what `terraform providers schema -json` says where the AWS provider is of the version that the project is made for. */
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

/** `["list","string"]` → `list(string)`; of objects, no more is kept. */
function kindOf(type: unknown): string {
  if (!Array.isArray(type)) return String(type);
  const [kind, inner] = type as readonly unknown[];
  return kind === "object" ? kind : `${String(kind)}(${kindOf(inner)})`;
}

/** What can be written: what AWS says by itself is left out. */
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
  overridableTypes.map((type) => {
    const schema = resources[type];
    if (schema === undefined) throw new Error(`the provider has no ${type}`);
    return [type, argumentsOf(schema.block)];
  }),
);
writeFileSync(join(__dirname, "..", "src", "aws", "provider-arguments.json"), `${JSON.stringify(types)}\n`);
