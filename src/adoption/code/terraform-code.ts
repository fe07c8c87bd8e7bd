import { arrayOf, type Json, member, objectOf, stringOf, stringsOf } from "../../review/plan/json";
import { at, type Value } from "../../review/plan/value";
import { literalValue, type Names } from "./literal-value";

/** Facts from the old Terraform code that its state does not contain. */
export interface TerraformCode {
  readonly backend?: { readonly type: string; readonly config: Readonly<Record<string, Value>> };
  /** The selected workspace. Undefined for the default workspace. */
  readonly workspace?: string;
  /** Arguments of the AWS provider configuration without alias. Only those with plain values. */
  readonly provider: Readonly<Record<string, Value>>;
  /** Arguments of the other AWS provider configurations, by alias. Only those with plain values. */
  readonly aliases: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** `ignore_changes` by address without keys, such as `module.images.aws_imagebuilder_image_recipe.base`. */
  readonly ignoreChanges: ReadonlyMap<string, readonly string[]>;
  /** Addresses of resources whose text comes from a template, such as `aws_imagebuilder_component.agent`. */
  readonly templates: readonly string[];
  /** Files that could not be read, and why. */
  readonly unread: readonly { readonly file: string; readonly message: string }[];
}

export const noCode: TerraformCode = { provider: {}, aliases: {}, ignoreChanges: new Map(), templates: [], unread: [] };

export interface ResourceCode {
  /** Address without keys, so that it covers all instances of the resource. */
  readonly address: string;
  readonly body: Json;
}

/**
 * Extracts the facts that an adoption needs from parsed Terraform files.
 *
 * @param files files of the root module as returned by `@cdktf/hcl2json` (blocks are lists, expressions are texts in `${…}`), or parsed `.tf.json`
 * @param variables values from `terraform.tfvars` and `*.auto.tfvars`, which override defaults
 * @param inModules resources of the called modules
 */
export function readCode(
  files: readonly Json[],
  variables: Readonly<Record<string, unknown>> = {},
  inModules: readonly ResourceCode[] = [],
): TerraformCode {
  const names = namesIn(files, variables);
  const resources = [...resourcesIn(files, ""), ...inModules];
  return {
    backend: backendIn(blocksIn(files, "terraform"), names),
    ...providersIn(blocksIn(files, "provider"), names),
    ignoreChanges: new Map(
      resources.flatMap(({ address, body }) => {
        const ignored = listed(member(body, "lifecycle")).flatMap((each) => ignoredIn(member(each, "ignore_changes")));
        return ignored.length === 0 ? [] : [[address, ignored] as const];
      }),
    ),
    templates: resources
      .filter(({ body }) => /templatefile\(|data\.template_file\./.test(JSON.stringify(body)))
      .map(({ address }) => address),
    unread: [],
  };
}

/** Lists the resources of a module. @param module address of the module with a trailing dot; empty for the root module */
export function resourcesIn(files: readonly Json[], module: string): ResourceCode[] {
  return blocksIn(files, "resource").flatMap((block) =>
    Object.entries(objectOf(block)).flatMap(([type, named]) =>
      Object.entries(objectOf(named)).flatMap(([name, bodies]) =>
        listed(bodies).map((body) => ({ address: `${module}${type}.${name}`, body })),
      ),
    ),
  );
}

export function callsIn(files: readonly Json[]): { readonly name: string; readonly source: string }[] {
  return blocksIn(files, "module").flatMap((block) =>
    Object.entries(objectOf(block)).flatMap(([name, bodies]) =>
      listed(bodies).flatMap((body) => {
        const source = stringOf(body, "source");
        return source === undefined ? [] : [{ name, source }];
      }),
    ),
  );
}

function blocksIn(files: readonly Json[], name: string): Json[] {
  return files.flatMap((file) => listed(member(file, name)));
}

/** Collects the expressions of variables and locals. Values from variable files override the defaults of variables. */
function namesIn(files: readonly Json[], variables: Readonly<Record<string, unknown>>): Names {
  const names = new Map<string, unknown>();
  for (const file of files) {
    for (const block of listed(member(file, "variable")))
      for (const [name, bodies] of Object.entries(objectOf(block)))
        for (const body of listed(bodies))
          if (Object.hasOwn(objectOf(body), "default")) names.set(`var.${name}`, member(body, "default"));
    for (const block of listed(member(file, "locals")))
      for (const [name, value] of Object.entries(objectOf(block))) names.set(`local.${name}`, value);
  }
  for (const [name, value] of Object.entries(variables)) names.set(`var.${name}`, value);
  return names;
}

function backendIn(blocks: readonly Json[], names: Names): TerraformCode["backend"] {
  for (const block of blocks) {
    for (const [type, bodies] of listed(member(block, "backend")).flatMap((each) => Object.entries(objectOf(each))))
      return { type, config: plainArguments(listed(bodies)[0], names) };
    const [cloud] = listed(member(block, "cloud"));
    if (cloud !== undefined) return { type: "cloud", config: plainArguments(cloud, names) };
  }
  return undefined;
}

function providersIn(blocks: readonly Json[], names: Names): Pick<TerraformCode, "provider" | "aliases"> {
  const bodies = blocks.flatMap((block) => listed(member(block, "aws")));
  return {
    provider: plainArguments(
      bodies.find((body) => member(body, "alias") === undefined),
      names,
    ),
    aliases: Object.fromEntries(
      bodies.flatMap((body) => {
        const alias = stringOf(body, "alias");
        return alias === undefined ? [] : [[alias, plainArguments(body, names)] as const];
      }),
    ),
  };
}

function plainArguments(body: Json, names: Names): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(objectOf(body)).flatMap(([name, expression]) => {
      const value = literalValue(expression, names);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Reads `ignore_changes`: `[tags, version]`, `all`, or in old code `["tags"]`. */
function ignoredIn(value: Json): string[] {
  const texts = typeof value === "string" ? [value] : stringsOf(value);
  return texts.map((text) => text.replace(/^\$\{(.*)\}$/, "$1"));
}

/** Returns a block as a list. The HCL parser always returns lists, but in JSON a single block may be an object. */
function listed(value: Json): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? [...arrayOf(value)] : [value];
}

/** Returns the only block of this name, whether it is written as an object or as a list. */
export function blockOf(given: Readonly<Record<string, Value>>, name: string): Value {
  const value = at(given, name);
  return Array.isArray(value) ? at(value, 0) : value;
}
