import type { Container, Image, ImageFactory } from "../../factory/image-factory";
import { type Clock, nextRunLines } from "./when";

/** What an environment builds, parents before what stands on them, and when. */
export function describeFactory(factory: ImageFactory, clock: Clock): string {
  const { environment, place, images, containers, lifecyclePolicies } = factory;
  const lines = [
    `${environment}: account ${place.account}, ${place.region}`,
    ...tree(images).flatMap(({ built, depth }) => described("image", built, depth, clock)),
    ...tree(containers).flatMap(({ built, depth }) => described("container", built, depth, clock)),
    ...lifecyclePolicies.map(
      ({ name, rules }) => `  lifecycle policy ${name}: ${rules.map(({ action }) => action.toLowerCase()).join(", ")}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** What stands on something comes right after it, one step further in. */
function tree<T extends Image | Container>(all: readonly T[]): { readonly built: T; readonly depth: number }[] {
  const names = new Set(all.map(({ name }) => name));
  const below = (parent: string | undefined, depth: number): { built: T; depth: number }[] =>
    all
      .filter(({ standsOn }) => (standsOn !== undefined && names.has(standsOn) ? standsOn : undefined) === parent)
      .flatMap((built) => [{ built, depth }, ...below(built.name, depth + 1)]);
  return below(undefined, 1);
}

function described(noun: string, built: Image | Container, depth: number, clock: Clock): string[] {
  const { name, recipe, pipeline } = built;
  const indent = "  ".repeat(depth);
  const merged = recipe.components.filter((component) => "component" in component && isMerged(component.component));
  return [
    `${indent}${noun} ${name} ${recipe.version} on ${built.standsOn ?? shortParent(recipe.parentImage)}, ${counted(recipe.components.length, "component")}${
      merged.length === 0 ? "" : ` (${merged.length} of them merged)`
    }`,
    ...when(pipeline, clock).map((line) => `${indent}  ${line}`),
  ];
}

function isMerged(document: string): boolean {
  return document.startsWith("merged/");
}

function when({ enabled, schedule }: Image["pipeline"], clock: Clock): string[] {
  if (schedule === undefined) return ["by hand"];
  const start = schedule.startCondition === "EXPRESSION_MATCH_ONLY" ? "always" : "where there are updates";
  const line = `${schedule.expression} ${schedule.timezone}, ${start}`;
  return enabled !== false ? [line, ...nextRunLines(schedule, clock).map((run) => `  ${run}`)] : [`${line}, disabled`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Of an ARN, what comes after its account. */
function shortParent(parent: string): string {
  return parent.startsWith("arn:") ? parent.split(":").slice(5).join(":") : parent;
}
