import { readFileSync } from "node:fs";
import { join } from "node:path";

import { resolved } from "../../src/adoption/matching/resolve";
import { resourcesOfStack } from "../../src/adoption/matching/stack";
import type { ResourceInstance, State } from "../../src/adoption/state/state";
import { type OverridableType, providerArguments } from "../../src/aws/provider-arguments";
import { arrayOf, type Json, member, objectOf } from "../../src/review/plan/json";
import { at, isObject, textAt, type Value } from "../../src/review/plan/value";

const metaArguments = new Set(["depends_on", "lifecycle", "provider"]);
/** IDs of EC2 resources by type. */
const ids: Readonly<Record<string, string>> = {
  aws_launch_template: "lt-0123456789abcdef0",
  aws_security_group: "sg-0123456789abcdef0",
  aws_subnet: "subnet-0123456789abcdef0",
  aws_vpc: "vpc-0123456789abcdef0",
};

/** Converts single blocks to lists, as in the provider's schema; CDKTF writes a block that may occur once as an object. */
function blocks(value: Value, depth = 0): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map((each) => blocks(each, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isMap = key === "tags" || key.endsWith("_tags") || key === "tag_map" || key === "variables";
      return [key, isObject(each) && !isMap ? [blocks(each, depth + 1)] : blocks(each, depth + 1)];
    }),
  );
}

/** Returns the texts of documents that the stack uploads, by their S3 URI. */
function texts(resources: readonly ResourceInstance[], folder: string): ReadonlyMap<string, string> {
  return new Map(
    resources.flatMap(({ type, attributes }) => {
      const source = textAt(attributes, "source");
      if (type !== "aws_s3_object" || source === undefined) return [];
      const uri = `s3://${textAt(attributes, "bucket") ?? ""}/${textAt(attributes, "key") ?? ""}`;
      return [[uri, readFileSync(join(folder, source), "utf8")] as const];
    }),
  );
}

function isTagged(type: string): boolean {
  return Object.hasOwn(providerArguments, type) && "tags" in providerArguments[type as OverridableType].values;
}

/** Returns the tags of a resource: the provider's default tags, unless the resource overrides the provider, and its own tags. */
function tagsOf(attributes: Value, defaults: Value): Value {
  const own = at(attributes, "tags");
  return {
    ...(at(attributes, "override_provider") === null && isObject(defaults) ? defaults : {}),
    ...(isObject(own) ? own : {}),
  };
}

/**
 * Returns the state of a stack as if it had been applied: its arguments with references resolved, and the attributes that AWS calculates.
 */
export function appliedState(folder: string, place: { readonly account: string; readonly region: string }): State {
  const stack = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Json;
  const resources = resourcesOfStack(stack);
  const defaults = objectOf(
    member(arrayOf(member(arrayOf(member(member(stack, "provider"), "aws"))[0], "default_tags"))[0], "tags"),
  ) as Record<string, Value>;
  const known = new Map<string, ResourceInstance>();
  for (let round = 0; round < 6; round++)
    for (const { address, type, name, region = place.region, arguments: given } of resources) {
      const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !metaArguments.has(key)));
      const attributes = blocks(resolved(rest, known)) as Record<string, Value>;
      const called = textAt(attributes, "name") ?? textAt(attributes, "bucket") ?? name;
      const version = typeof attributes.version === "string" ? `/${attributes.version}` : "";
      const kind = type.replace("aws_imagebuilder_", "").replaceAll("_", "-");
      const service = type.startsWith("aws_imagebuilder_") ? "imagebuilder" : (type.split("_")[1] ?? "");
      const path = service === "imagebuilder" ? `${kind}/${called.toLowerCase()}${version}` : called;
      const arn =
        service === "iam"
          ? `arn:aws:iam::${place.account}:${type.replace("aws_iam_", "").replaceAll("_", "-")}/${called}`
          : `arn:aws:${service}:${region}:${place.account}:${path}`;
      known.set(address, {
        address,
        module: "",
        type,
        name,
        provider: "hashicorp/aws",
        attributes: {
          id: ids[type] ?? called,
          arn,
          key_id: `key-${name}`,
          ...(isTagged(type) ? { tags_all: tagsOf(attributes, defaults) } : {}),
          ...attributes,
        },
        sensitive: [],
      });
    }
  const byUri = texts([...known.values()], folder);
  for (const { attributes } of known.values()) {
    for (const name of ["data", "dockerfile_template_data"]) {
      const [, file] = /^\$\{file\("(.+)"\)\}$/.exec(textAt(attributes, name) ?? "") ?? [];
      if (file !== undefined) Object.assign(attributes as object, { [name]: readFileSync(join(folder, file), "utf8") });
    }
    const data = byUri.get(textAt(attributes, "uri") ?? textAt(attributes, "dockerfile_template_uri") ?? "");
    if (data === undefined) continue;
    const name = textAt(attributes, "uri") === undefined ? "dockerfile_template_data" : "data";
    Object.assign(attributes as object, { [name]: data });
  }
  return {
    form: "version 4",
    legacyProviders: false,
    resources: [...known.values()],
    dataSources: [],
    deposed: [],
    tainted: [],
    outputs: {},
    sensitiveOutputs: [],
  };
}
