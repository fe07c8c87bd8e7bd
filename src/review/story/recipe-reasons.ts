import { resourceOf } from "../../aws/arn";
import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { spaced } from "../../collections/spaced";
import { sizeInWords } from "../diffs/text-diff";
import type { Change } from "../plan/plan";
import { at, inWords, isEmpty, listAt, textAt, UNKNOWN, type Value } from "../plan/value";
import type { Links, Side } from "./links";
import type { StoryContext } from "./plan-context";

/** A component in a recipe, with its parameters. */
export interface UsedComponent {
  readonly name: string;
  readonly version?: string;
  readonly parameters: Value;
  readonly change?: Change;
}

/** Returns the reasons why a recipe has a new version, in words. */
export function recipeReasons(recipe: Change, context: StoryContext): string[] {
  const before = componentsOf(recipe, "before", context.links);
  const after = componentsOf(recipe, "after", context.links);
  const reasons = [...componentReasons(before, after, context), ...otherReasons(recipe, context)];
  return reasons.length > 0 ? reasons : reasonsOfTerraform(recipe);
}

function componentReasons(
  before: readonly UsedComponent[],
  after: readonly UsedComponent[],
  { diffs, documentName }: StoryContext,
): string[] {
  const named = (components: readonly UsedComponent[]) => new Map(components.map((each) => [each.name, each]));
  const [was, is] = [named(before), named(after)];
  const reasons: string[] = [];
  for (const component of after) {
    const old = was.get(component.name);
    const shown = documentName(component.name);
    if (old === undefined)
      reasons.push(`${shown}${component.version === undefined ? "" : ` ${component.version}`} was added`);
    else if (old.version !== component.version) {
      const diff = component.change === undefined ? undefined : diffs.get(component.change.address);
      const size = diff === undefined ? "" : ` (${sizeInWords(diff)})`;
      reasons.push(`${shown} ${old.version ?? "?"} → ${component.version ?? "?"} changed${size}`);
    } else if (component.change?.action === "replace") reasons.push(`${shown} is made anew`);
    else if (JSON.stringify(old.parameters) !== JSON.stringify(component.parameters))
      reasons.push(`the parameters of ${shown} changed`);
  }
  for (const component of before)
    if (!is.has(component.name)) reasons.push(`${documentName(component.name)} was removed`);
  const order = (components: readonly UsedComponent[], other: ReadonlyMap<string, unknown>): string =>
    components
      .filter(({ name }) => other.has(name))
      .map(({ name }) => name)
      .join();
  if (order(before, is) !== order(after, was)) reasons.push("the order of its components changed");
  return reasons;
}

/** Returns the components of a recipe before or after the change. */
export function componentsOf(recipe: Change, side: Side, links: Links): UsedComponent[] {
  return listAt(recipe[side], "component").map((component, index): UsedComponent => {
    const change = links.target(recipe, side, ["component", index, "component_arn"]);
    const [name, version] = parseImageBuilderArn(textAt(component, "component_arn"))?.path ?? [];
    const own = change?.[side] ?? null;
    return {
      name: name ?? textAt(own, "name") ?? `component ${index + 1}`,
      version: version ?? textAt(own, "version"),
      parameters: at(component, "parameter"),
      change,
    };
  });
}

const ownWords: Readonly<Record<string, string>> = {
  block_device_mapping: "its volumes changed",
  user_data_base64: "its user data changed",
  working_directory: "its working directory changed",
  systems_manager_agent: "whether the SSM agent stays changed",
  description: "its description changed",
  target_repository: "its repository changed",
  instance_configuration: "its build instance changed",
  kms_key_id: "its key changed",
  platform_override: "its platform changed",
};

function otherReasons(recipe: Change, { diffs, links }: StoryContext): string[] {
  const changed = new Set(
    recipe.differences.filter(({ after }) => after !== UNKNOWN).map(({ path }) => String(path[0])),
  );
  const reasons: string[] = [];
  if (changed.has("parent_image")) {
    const parent = (side: Side): string => shortParent(at(recipe[side], "parent_image"));
    reasons.push(`its parent ${parent("before")} was replaced by ${parent("after")}`);
  }
  if (changed.has("dockerfile_template_uri") || changed.has("dockerfile_template_data")) {
    const diff = diffs.get(recipe.address);
    reasons.push(`its Dockerfile changed${diff === undefined ? "" : ` (${sizeInWords(diff)})`}`);
  }
  for (const [attribute, words] of Object.entries(ownWords)) {
    if (!changed.has(attribute)) continue;
    const details = attribute === "block_device_mapping" ? volumeDetails(recipe) : [];
    reasons.push(details.length === 0 ? words : `${words} (${details.join(", ")})`);
  }
  for (const { path, after } of recipe.differences) {
    if (after !== UNKNOWN || path[0] !== "parent_image") continue;
    const parent = links.target(recipe, "after", ["parent_image"]);
    reasons.push(spaced("its parent", parent?.name, parent?.action === "create" ? "is new" : "is rebuilt"));
  }
  return reasons;
}

/** Returns the changes of volumes in words, such as `size 20 → 25 GiB`. */
function volumeDetails({ differences }: Change): string[] {
  const units: Readonly<Record<string, string>> = { volume_size: "GiB", throughput: "MiB/s", iops: "IOPS" };
  return differences
    .filter(
      ({ path, before, after }) =>
        path[0] === "block_device_mapping" && after !== UNKNOWN && !(isEmpty(before) && isEmpty(after)),
    )
    .map(({ path, before, after }) => {
      const name = String(path.at(-1));
      if (name === "kms_key_id") return isEmpty(after) ? "no key" : isEmpty(before) ? "with a key" : "another key";
      const unit = units[name] === undefined ? "" : ` ${units[name]}`;
      return `${name.replace("volume_", "").replaceAll("_", " ")} ${inWords(before, 40).replaceAll('"', "")} → ${inWords(after, 40).replaceAll('"', "")}${unit}`;
    });
}

function shortParent(parent: Value): string {
  return resourceOf(inWords(parent, 200).replaceAll('"', ""));
}

function reasonsOfTerraform({ reason, forcedBy }: Change): string[] {
  if (reason === "replace_because_tainted") return ["its last creation failed, so Terraform makes it anew"];
  if (reason === "replace_by_request") return ["its replacement was asked for"];
  return forcedBy.length === 0 ? [] : [`${forcedBy.join(", ")} changed`];
}
