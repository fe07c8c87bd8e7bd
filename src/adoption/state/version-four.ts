import { arrayOf, type Json, member, objectOf, stringOf } from "../../review/plan/json";
import type { Path, Value } from "../../review/plan/value";
import { expandFlatmap } from "./flatmap";
import { providerOf, providerSource } from "./provider-source";
import { addressOfInstance, outputsOf, type ResourceInstance, type State } from "./state";

/** Reads a state of Terraform 0.12 or newer. Source: Terraform, internal/states/statefile/version4.go. */
export function versionFour(json: Json): State {
  const isData = (resource: Json): boolean => member(resource, "mode") === "data";
  const resources = arrayOf(json, "resources").filter((resource) => !isData(resource));
  const instances = instancesOf(resources);
  const isDeposed = ({ instance }: { readonly instance: Json }): boolean => member(instance, "deposed") !== undefined;
  return {
    form: "version 4",
    terraformVersion: stringOf(json, "terraform_version"),
    legacyProviders: resources.some((resource) => providerSource(member(resource, "provider")).legacy),
    resources: instances
      .filter((each) => !isDeposed(each))
      .map(({ resource, instance }) => instanceOf(resource, instance)),
    dataSources: instancesOf(arrayOf(json, "resources").filter(isData)).map(({ resource, instance }) => {
      const source = instanceOf(resource, instance);
      const address = addressOfInstance(source.module, `data.${source.type}`, source.name, source.key);
      return { ...source, address };
    }),
    deposed: instances.filter(isDeposed).map(({ resource, instance }) => instanceOf(resource, instance).address),
    tainted: instances
      .filter((each) => !isDeposed(each) && member(each.instance, "status") === "tainted")
      .map(({ resource, instance }) => instanceOf(resource, instance).address),
    ...outputsOf(member(json, "outputs")),
  };
}

function instancesOf(resources: readonly Json[]): { readonly resource: Json; readonly instance: Json }[] {
  return resources.flatMap((resource) => arrayOf(resource, "instances").map((instance) => ({ resource, instance })));
}

function instanceOf(resource: Json, instance: Json): ResourceInstance {
  const module = stringOf(resource, "module") ?? "";
  const type = stringOf(resource, "type") ?? "?";
  const name = stringOf(resource, "name") ?? "?";
  const index = member(instance, "index_key");
  const key = typeof index === "number" || typeof index === "string" ? index : undefined;
  const flat = member(instance, "attributes_flat");
  return {
    address: addressOfInstance(module, type, name, key),
    module,
    type,
    name,
    key,
    ...providerOf(member(resource, "provider")),
    // Flat attributes occur if a newer Terraform has upgraded a state of version 3 and no provider has refreshed the instance since.
    attributes:
      flat === undefined
        ? (objectOf(instance, "attributes") as Value)
        : expandFlatmap(objectOf(flat) as Readonly<Record<string, string>>),
    sensitive: arrayOf(instance, "sensitive_attributes").map(pathOf),
  };
}

/** Reads a path such as `[{ type: "get_attr", value: "password" }, { type: "index", value: { value: 0, type: "number" } }]`. */
function pathOf(steps: Json): Path {
  return arrayOf(steps).flatMap((step) => {
    const value = member(step, "value");
    const found = typeof value === "object" && value !== null ? member(value, "value") : value;
    return typeof found === "string" || typeof found === "number" ? [found] : [];
  });
}
