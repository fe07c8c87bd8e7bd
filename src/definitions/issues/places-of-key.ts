import { z } from "zod";

import type { YamlPath } from "../../problems/yaml-source";
import { unwrapped } from "./known-keys";

/** Keys in definitions for names from Terraform that are different. */
const otherWords: Readonly<Record<string, string>> = {
  backend: "state",
  block_device_mapping: "volumes",
  block_device_mappings: "volumes",
  image_tests_configuration: "tests",
  parent_image: "parent",
  schedule_expression: "cron",
  sns_topic_arn: "topic",
  terminate_instance_on_failure: "terminateOnFailure",
  user_data_base64: "userData",
};

/** If there are more places than this, a suggestion is not useful. */
const most = 3;

/**
 * Returns the places at which a key is allowed: below `path`, otherwise anywhere in the schema, and only the least deep of these, such as
 * `network.subnet` or `images.<name>.schedule`. Also accepts names from Terraform and the AWS API.
 */
export function placesOfKey(schema: z.ZodType, path: YamlPath, key: string): string[] {
  const index = indexOf(schema);
  const places = candidates(key).flatMap((candidate) => index.get(candidate) ?? []);
  const below = places.filter((place) => place.length > path.length && path.every((step, at) => fits(place[at], step)));
  const likely = below.length > 0 ? below : places;
  const depth = Math.min(...likely.map(({ length }) => length));
  const found = [...new Set(likely.filter(({ length }) => length === depth).map(inWords))];
  return found.length > most ? [] : found;
}

/** Returns the keys that may be meant: `subnet_id` → `subnet_id`, `subnetId`, `subnet`. */
function candidates(key: string): string[] {
  const camel = key.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const bare = camel.replace(/(Ids?|Arns?|Names?)$/, "");
  const words = [key, otherWords[key], camel, bare, `${bare}s`];
  return [...new Set(words.filter((each) => each !== undefined))];
}

/** Path from the top: a key, `<name>` for any key, `[]` for an entry of a list. */
type Steps = readonly string[];

const indexes = new WeakMap<z.ZodType, ReadonlyMap<string, readonly Steps[]>>();

/** Returns the places of every key in a schema. Cached, because a file can have any number of unknown keys. */
function indexOf(schema: z.ZodType): ReadonlyMap<string, readonly Steps[]> {
  const known = indexes.get(schema);
  if (known !== undefined) return known;
  const index = new Map<string, Steps[]>();
  const visit = (node: z.ZodType, at: Steps): void => {
    const inner = unwrapped(node);
    if (inner instanceof z.ZodUnion) for (const option of inner.options) visit(option as z.ZodType, at);
    else if (inner instanceof z.ZodArray) visit(inner.element as z.ZodType, [...at, "[]"]);
    else if (inner instanceof z.ZodRecord) visit(inner.valueType as z.ZodType, [...at, "<name>"]);
    else if (inner instanceof z.ZodObject)
      for (const [key, value] of Object.entries<z.ZodType>(inner.shape)) {
        const place = [...at, key];
        index.set(key, [...(index.get(key) ?? []), place]);
        visit(value, place);
      }
  };
  visit(schema, []);
  indexes.set(schema, index);
  return index;
}

function fits(step: string | undefined, given: string | number): boolean {
  return step === "[]" ? typeof given === "number" : step === "<name>" || step === given;
}

function inWords(place: Steps): string {
  return place.join(".").replaceAll(".[]", "[]");
}
