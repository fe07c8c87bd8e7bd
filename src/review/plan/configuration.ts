import { modulePath, referencedResource, withoutKeys } from "./address";
import { arrayOf, type Json, member, objectOf, stringOf, stringsOf } from "./json";
import type { Redact } from "./secrets";
import type { Path } from "./value";

/** The Terraform code of a plan, as far as the plan contains it. */
export interface Configuration {
  /** Addresses, without keys, of the resources that an attribute refers to, also through module variables and outputs. */
  references(address: string, path: Path): readonly string[];
  /** Addresses, without keys, of all resources that a resource refers to or names in `depends_on`. */
  dependencies(address: string): readonly string[];
  /** Checks whether the code sets the attribute. Otherwise the provider or AWS calculates it. */
  sets(address: string, attribute: string): boolean;
  /** Checks whether the plan contains the code of the resource. */
  knows(address: string): boolean;
  /**
   * Returns the text of an attribute with its references (`${aws_kms_key.images.arn}`), if the code is Terraform JSON: the plan contains
   * its strings unevaluated. Undefined for HCL.
   */
  template(address: string, attribute: string): string | undefined;
  readonly providers: readonly ProviderConfiguration[];
  /** Returns the addresses, without keys, of the resources of a type. */
  ofType(type: string): readonly string[];
}

interface ProviderConfiguration {
  /** Provider name with its alias: `aws`, `aws.eu-central-1`. */
  readonly name: string;
  readonly versionConstraint?: string;
  /** True if the provider accepts only the credentials of certain accounts. */
  readonly guardsAccount: boolean;
}

/** Maximum number of module boundaries across which a reference is followed. */
const MOST_STEPS = 20;

/** Reads the section `configuration` of a plan. */
export function readConfiguration(json: Json, redact: Redact): Configuration {
  const root = member(json, "root_module");
  const resources = new Map<string, Json>();
  index(root, "", resources);
  return {
    references: (address, path) => {
      const resource = resources.get(withoutKeys(address));
      if (resource === undefined) return [];
      return resourcesIn(
        expressionsAt(member(resource, "expressions"), path),
        modulePath(withoutKeys(address)),
        root,
        0,
      );
    },
    dependencies: (address) => {
      const plain = withoutKeys(address);
      const resource = resources.get(plain);
      const prefix = modulePrefix(modulePath(plain));
      const waited = stringsOf(resource, "depends_on").flatMap((reference) => {
        const target = referencedResource(reference);
        return target === undefined ? [] : [prefix + target];
      });
      return [...new Set([...resourcesIn(member(resource, "expressions"), modulePath(plain), root, 0), ...waited])];
    },
    sets: (address, attribute) => member(resources.get(withoutKeys(address)), "expressions", attribute) !== undefined,
    knows: (address) => resources.has(withoutKeys(address)),
    template: (address, attribute) => {
      const expression = member(resources.get(withoutKeys(address)), "expressions", attribute);
      const text = stringOf(expression, "constant_value");
      return text === undefined ? undefined : redact(text);
    },
    ofType: (type) =>
      [...resources].filter(([, resource]) => member(resource, "type") === type).map(([address]) => address),
    providers: Object.values(objectOf(json, "provider_config")).flatMap(providerOf),
  };
}

function providerOf(provider: Json): ProviderConfiguration[] {
  const name = stringOf(provider, "name");
  if (name === undefined) return [];
  const alias = stringOf(provider, "alias");
  const expressions = member(provider, "expressions");
  const guardsAccount = ["allowed_account_ids", "forbidden_account_ids"].some(
    (argument) => member(expressions, argument) !== undefined,
  );
  const versionConstraint = stringOf(provider, "version_constraint");
  return [{ name: alias === undefined ? name : `${name}.${alias}`, versionConstraint, guardsAccount }];
}

function index(module: Json, prefix: string, resources: Map<string, Json>): void {
  for (const resource of arrayOf(module, "resources")) {
    const address = stringOf(resource, "address");
    if (address !== undefined) resources.set(prefix + withoutKeys(address), resource);
  }
  for (const [name, call] of Object.entries(objectOf(module, "module_calls")))
    index(member(call, "module"), `${prefix}module.${name}.`, resources);
}

/** Returns the part of an expression at a path, or the innermost existing part if the path leads further, as in a dynamic block. */
function expressionsAt(expressions: Json, path: Path): Json {
  let here = expressions;
  for (const step of path) {
    const next = typeof step === "number" ? arrayOf(here)[step] : member(here, step);
    if (next === undefined) return here;
    here = next;
  }
  return here;
}

function resourcesIn(expressions: Json, modules: readonly string[], root: Json, steps: number): string[] {
  if (steps > MOST_STEPS) return [];
  const found = referencesIn(expressions).flatMap((reference): string[] => {
    const target = referencedResource(reference);
    if (target !== undefined) return [modulePrefix(modules) + target];
    const [kind, name = "", output] = withoutKeys(reference).split(".");
    if (kind === "var" && modules.length > 0) {
      const expression = member(callOf(modules, root), "expressions", name);
      return resourcesIn(expression, modules.slice(0, -1), root, steps + 1);
    }
    if (kind === "module" && output !== undefined) {
      const inside = [...modules, name];
      const expression = member(callOf(inside, root), "module", "outputs", output, "expression");
      return resourcesIn(expression, inside, root, steps + 1);
    }
    return [];
  });
  return [...new Set(found)];
}

function referencesIn(expression: Json): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  const own = member(expression, "references");
  if (Array.isArray(own) && own.every((each) => typeof each === "string")) return own;
  return Object.values(objectOf(expression)).flatMap((each) => (typeof each === "object" ? referencesIn(each) : []));
}

/** The call of the innermost of these modules; undefined for the root. */
function callOf(modules: readonly string[], root: Json): Json {
  return modules.reduce<Json>(
    (call, name) => member(call === undefined ? root : member(call, "module"), "module_calls", name),
    undefined,
  );
}

function modulePrefix(modules: readonly string[]): string {
  return modules.map((name) => `module.${name}.`).join("");
}
