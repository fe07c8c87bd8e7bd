import { arrayOf, type Json, member, objectOf, stringOf } from "../../review/plan/json";
import type { Path, Value } from "../../review/plan/value";
import { providerSource } from "./provider-source";
import { outputsOf, type ResourceInstance, type State } from "./state";

/** Reads the output of `terraform show -json` for a state. Source: Terraform, "JSON Output Format", values representation. */
export function shownState(json: Json): State {
  const values = member(json, "values");
  const all = resourcesOf(member(values, "root_module"));
  const isData = (resource: Json): boolean => member(resource, "mode") === "data";
  const resources = all.filter((each) => !isData(each));
  const isDeposed = (resource: Json): boolean => member(resource, "deposed_key") !== undefined;
  return {
    form: "terraform show",
    terraformVersion: stringOf(json, "terraform_version"),
    legacyProviders: false,
    resources: resources.filter((resource) => !isDeposed(resource)).map(instanceOf),
    dataSources: all.filter(isData).map(instanceOf),
    deposed: resources.filter(isDeposed).map((resource) => stringOf(resource, "address") ?? "?"),
    tainted: resources
      .filter((resource) => !isDeposed(resource) && member(resource, "tainted") === true)
      .map((resource) => stringOf(resource, "address") ?? "?"),
    ...outputsOf(member(values, "outputs")),
  };
}

function resourcesOf(module: Json): readonly Json[] {
  return [...arrayOf(module, "resources"), ...arrayOf(module, "child_modules").flatMap(resourcesOf)];
}

function instanceOf(resource: Json): ResourceInstance {
  const address = stringOf(resource, "address") ?? "?";
  const type = stringOf(resource, "type") ?? "?";
  const name = stringOf(resource, "name") ?? "?";
  const index = member(resource, "index");
  const key = typeof index === "number" || typeof index === "string" ? index : undefined;
  return {
    address,
    // Keys of modules can contain any characters, also dots and brackets. Thus, the module is found from the end of the address.
    module: address.slice(0, Math.max(0, address.lastIndexOf(`${type}.${name}`) - 1)),
    type,
    name,
    key,
    provider: providerSource(member(resource, "provider_name")).source,
    attributes: objectOf(resource, "values") as Value,
    sensitive: markedPaths(member(resource, "sensitive_values")),
  };
}

/** Returns the paths at which a mask is true. */
function markedPaths(mask: Json, path: Path = []): Path[] {
  if (mask === true) return [path];
  if (Array.isArray(mask)) return mask.flatMap((each, index) => markedPaths(each, [...path, index]));
  return Object.entries(objectOf(mask)).flatMap(([name, each]) => markedPaths(each, [...path, name]));
}
