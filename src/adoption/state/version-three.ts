import { arrayOf, type Json, member, objectOf, stringOf, stringsOf } from "../../review/plan/json";
import type { Value } from "../../review/plan/value";
import { expandFlatmap } from "./flatmap";
import { providerOf } from "./provider-source";
import { addressOfInstance, outputsOf, type ResourceInstance, type State } from "./state";

/** Reads a state of Terraform 0.11 or older. Source: Terraform, internal/states/statefile/version3.go. */
export function versionThree(json: Json): State {
  const modules = arrayOf(json, "modules");
  const resources = modules.flatMap((module) =>
    Object.entries(objectOf(module, "resources"))
      .filter(([key]) => !key.startsWith("data."))
      .map(([key, resource]) => ({ module: moduleOf(member(module, "path")), key, resource })),
  );
  const outputs = modules.map((module) => ({
    path: moduleOf(member(module, "path")),
    ...outputsOf(member(module, "outputs")),
  }));
  const ofRoot = outputs.find(({ path }) => path === "");
  return {
    form: "version 3",
    terraformVersion: stringOf(json, "terraform_version"),
    legacyProviders: true,
    resources: resources.flatMap(({ module, key, resource }) => instanceOf(module, key, resource) ?? []),
    dataSources: [],
    deposed: resources
      .filter(({ resource }) => arrayOf(resource, "deposed").length > 0)
      .map(({ module, key }) => `${module === "" ? "" : `${module}.`}${key}`),
    tainted: resources.flatMap(({ module, key, resource }) =>
      member(resource, "primary", "tainted") === true ? (instanceOf(module, key, resource)?.address ?? []) : [],
    ),
    outputs: ofRoot?.outputs ?? {},
    sensitiveOutputs: outputs.flatMap(({ sensitiveOutputs }) => sensitiveOutputs),
  };
}

/** Returns the address of a module: `["root", "a", "b"]` → `module.a.module.b`. */
function moduleOf(path: Json): string {
  return stringsOf(path)
    .slice(1)
    .map((name) => `module.${name}`)
    .join(".");
}

/** Reads an instance. Undefined if it has only deposed objects. */
function instanceOf(module: string, resourceKey: string, resource: Json): ResourceInstance | undefined {
  const primary = member(resource, "primary");
  if (typeof primary !== "object" || primary === null) return undefined;
  const [type = "?", name = "?", index] = resourceKey.split(".");
  const key = index !== undefined && /^\d+$/.test(index) ? Number(index) : undefined;
  return {
    address: addressOfInstance(module, type, name, key),
    module,
    type,
    name,
    key,
    // If the file does not name the provider, the prefix of the type does.
    ...providerOf(member(resource, "provider") ?? `provider.${type.replace(/_.*/s, "")}`),
    attributes: {
      ...objectOf(expandFlatmap(objectOf(primary, "attributes") as Readonly<Record<string, string>>)),
    } as Value,
    sensitive: [],
  };
}
