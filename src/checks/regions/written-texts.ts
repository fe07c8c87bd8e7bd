import { oncePer } from "../../collections/once-per";
import type { YamlPath } from "../../problems/yaml-source";
import type { RelativeLocation } from "../report";
import { regionFix } from "./region-names";

/** A text in a definition. */
interface WrittenText {
  readonly path: YamlPath;
  readonly text: string;
  /** Last key in the path. Empty if it is a name that the user chose. */
  readonly key: string;
  /** Region of the nearest map that has one. */
  readonly region?: string;
}

/** An ARN in a definition, and the region that it must be in, if certain. */
export interface WrittenArn {
  readonly path: YamlPath;
  readonly arn: string;
  readonly region?: string;
}

/** A region in a definition. */
interface WrittenRegion {
  readonly at: RelativeLocation;
  readonly region: string;
}

/** Keys of ARNs. The schema calls `ssm` of a parent `parameter`. */
const arnKeys: ReadonlySet<string> = new Set([
  "administrators",
  "arn",
  "endpoint",
  "hostResourceGroup",
  "keyUsers",
  "kmsKey",
  "kmsKeys",
  "licenses",
  "organizationalUnits",
  "organizations",
  "parameter",
  "permissionsBoundary",
  "policies",
  "promoters",
  "topic",
  "users",
]);

/** Keys of maps with keys and texts of the user's own, and of statements, which may name resources anywhere. */
const freeKeys: ReadonlySet<string> = new Set([
  "config",
  "configurationTags",
  "filters",
  "overrides",
  "ownTags",
  "parameters",
  "roleTags",
  "statements",
  "tags",
  "trust",
  "values",
]);

/** Keys of maps by names that the user chose, such as `region` for an image. */
const mapsByName: ReadonlySet<string> = new Set([
  "components",
  "containers",
  "distributions",
  "from",
  "images",
  "lifecycle",
  "pipelines",
  "workflows",
]);

/** Returns the regions in an image, a container or an environment. In a map of AMI IDs by region, they are the keys. */
export function writtenRegions(definition: object): WrittenRegion[] {
  return textsOf(definition).flatMap(({ path, key, text }): WrittenRegion[] => {
    const [part, setting] = path;
    if ((part === "parent" || part === "instance") && setting === "amis") return [{ at: { key: path }, region: key }];
    return key === "region" || key === "regions" ? [{ at: path, region: text }] : [];
  });
}

/** Returns the ARNs in an image, a container or an environment, with their paths. */
export function writtenArns(definition: object): WrittenArn[] {
  return textsOf(definition)
    .filter(({ key, text }) => arnKeys.has(key) && text.startsWith("arn:"))
    .map(({ path, text, key, region }) => ({
      path: key === "parameter" ? [...path.slice(0, -1), "ssm"] : path,
      arn: text,
      region: isAnywhere(path) || region === undefined || regionFix(region) !== undefined ? undefined : region,
    }));
}

/** Checks whether an ARN may be in any region: keys of images from elsewhere, and endpoints of subscriptions. */
function isAnywhere(path: YamlPath): boolean {
  return path[0] === "consumer" || path.at(-1) === "endpoint";
}

const textsOf = oncePer((definition: object) => [...textsIn(definition, [], "")]);

function* textsIn(value: unknown, path: YamlPath, key: string, region?: string): Generator<WrittenText> {
  if (typeof value === "string") yield { path, text: value, key, region };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index], key, region);
  else if (typeof value === "object" && value !== null) {
    const within = "region" in value && typeof value.region === "string" ? value.region : region;
    // An item of a list has the key of the list, but is no map by name.
    const isByName = mapsByName.has(key) && path.at(-1) === key;
    for (const [name, member] of Object.entries(value))
      if (isByName || !freeKeys.has(name)) yield* textsIn(member, [...path, name], isByName ? "" : name, within);
  }
}
