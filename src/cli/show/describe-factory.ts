import { resourceOf } from "../../aws/arn";
import type { Place } from "../../aws/place";
import { counted } from "../../collections/counted";
import type { Built, Image } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { LifecyclePolicy, LifecycleRule } from "../../factory/lifecycle-policy";
import type { ImagePipeline } from "../../factory/pipeline";
import { documentOf } from "../../model/component-reference";
import { parentImage } from "../../model/recipe-parent";
import { type Moment, nextRunLines } from "./when";

/** Describes what an environment builds and when. Parents come before the images that are based on them. */
export function describeFactory(factory: ImageFactory, moment: Moment): string {
  const { environment, place, images, containers, lifecyclePolicies, channels } = factory;
  const lines = [
    `${environment}: account ${place.account}, ${place.region}`,
    ...tree(images).flatMap((each) => described(each, place, moment)),
    ...tree(containers).flatMap((each) => described(each, place, moment)),
    ...lifecyclePolicies.flatMap(describeLifecyclePolicy),
    ...(channels.length === 0 ? [] : [`  channels ${channels.join(", ")}, moved only by promote and rollback`]),
  ];
  return `${lines.join("\n")}\n`;
}

interface Branch {
  readonly built: Built;
  readonly depth: number;
  /** Whether other images or containers are based on this one. */
  readonly isParent: boolean;
}

/** Sorts images into a tree: an image is followed by the images that are based on it, one level deeper. */
function tree(all: readonly Built[]): Branch[] {
  const names = new Set(all.map(({ name }) => name));
  const parents = new Set(all.map(({ standsOn }) => standsOn));
  const below = (parent: string | undefined, depth: number): Branch[] =>
    all
      .filter(({ standsOn }) => (standsOn !== undefined && names.has(standsOn) ? standsOn : undefined) === parent)
      .flatMap((built) => [{ built, depth, isParent: parents.has(built.name) }, ...below(built.name, depth + 1)]);
  return below(undefined, 1);
}

function described({ built, depth, isParent }: Branch, place: Place, moment: Moment): string[] {
  const { kind, name, recipe, pipelines, buildOnDeploy } = built;
  const indent = "  ".repeat(depth);
  const merged = recipe.components.filter((component) => isMerged(documentOf(component)));
  return [
    `${indent}${kind} ${name} ${recipe.version} on ${built.standsOn ?? resourceOf(parentImage(recipe.parent, place))}, ${counted(recipe.components.length, "component")}${
      merged.length === 0 ? "" : ` (${merged.length} of them merged)`
    }`,
    ...(built.kind === "image" ? rootVolumeLines(built.rootVolume).map((line) => `${indent}  ${line}`) : []),
    ...(isParent || buildOnDeploy !== undefined ? [`${indent}  ${firstImage(built)}`] : []),
    ...(pipelines.length === 0 ? [`${indent}  no pipeline`] : []),
    ...pipelines.flatMap((pipeline) => when(pipeline, moment)).map((line) => `${indent}  ${line}`),
  ];
}

/** Returns why the environment does not encrypt the root volume, or nothing if it does. */
function rootVolumeLines(root: Image["rootVolume"]): string[] {
  const why: Partial<Record<Image["rootVolume"], string>> = {
    declined: "as the image says",
    "leaves-account": "it is shared, copied or exported without a key of your own",
    "device-unknown": "its device is not known, see parent.rootDevice",
  };
  return why[root] === undefined ? [] : [`root volume encrypted only where the parent's is: ${why[root]}`];
}

/** Describes where the first build of a parent comes from. Images that are based on it need that build. */
function firstImage({ buildOnDeploy, alreadyBuilt }: Built): string {
  if (buildOnDeploy !== undefined) return "built by Terraform on deploy, for each new version";
  return alreadyBuilt ? "built already" : "not known to be built: images based on it cannot be deployed before";
}

function isMerged(document: string | undefined): boolean {
  return document?.startsWith("merged/") === true;
}

function when({ key, enabled, schedule }: ImagePipeline, moment: Moment): string[] {
  const of = key === undefined ? "" : `pipeline ${key}: `;
  if (schedule === undefined) return [`${of}by hand`];
  const start = schedule.startCondition === "EXPRESSION_MATCH_ONLY" ? "always" : "where there are updates";
  const line = `${of}${schedule.expression} ${schedule.timezone}, ${start}`;
  return enabled !== false ? [line, ...nextRunLines(schedule, moment).map((run) => `  ${run}`)] : [`${line}, disabled`];
}

/** Describes what a lifecycle policy applies to, followed by one line for each of its rules. */
function describeLifecyclePolicy({ name, enabled, selection, rules }: LifecyclePolicy): string[] {
  return [
    `  lifecycle policy ${name}${enabled ? "" : ", disabled"}, for ${selected(selection)}`,
    ...rules.map((rule) => `    ${happening(rule)}`),
  ];
}

function selected(selection: LifecyclePolicy["selection"]): string {
  if ("tags" in selection) {
    const tags = Object.entries(selection.tags).map(([key, value]) => `${key}: ${value}`);
    return `images tagged ${tags.join(", ")}`;
  }
  const versions = new Map<string, number>();
  for (const { name } of selection.recipes) versions.set(name, (versions.get(name) ?? 0) + 1);
  return [...versions].map(([recipe, count]) => `${recipe} (${counted(count, "version")})`).join(", ");
}

/** Describes one rule. Image Builder counts the images of each recipe version separately. */
function happening({ action, filter }: LifecycleRule): string {
  const verb = action.toLowerCase();
  if (filter.type === "COUNT") return `${verb} all but the newest ${filter.value} of each recipe version`;
  const age = counted(filter.value, filter.unit.toLowerCase().replace(/s$/, ""));
  const kept = filter.retainAtLeast === undefined ? "" : `, but keep ${filter.retainAtLeast} of each recipe version`;
  return `${verb} after ${age}${kept}`;
}
