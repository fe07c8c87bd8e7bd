import { type MapNode, plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import type { Phase, Step } from "../component/outline";
import type { Part } from "./part";
import { rewriteReferences, type Scope } from "./references";
import { entriesOf, map, type Rendered, renderNode, text } from "./render";

/** New names for one document of a merge. */
export interface Renaming {
  readonly newName: (name: string) => string;
  readonly variables: Scope["variables"];
  readonly step: Scope["step"];
}

/** Returns the names that references in a step can resolve to. */
export function scopeOf(step: Step & { readonly stepName: string }, { newName, ...scope }: Renaming): Scope {
  const loop = plainText(valueOf(step.loop, "name"));
  return {
    ...scope,
    own: { name: step.stepName, loop: loop === undefined ? undefined : { from: loop, to: newName(loop) } },
  };
}

/** Returns a step under its new name, with its references renamed. */
export function mergedStep(step: Step & { readonly stepName: string }, part: Part, renaming: Renaming): Rendered {
  const scope = scopeOf(step, renaming);
  const rewrite = (value: string): string => rewriteReferences(value, scope);
  const logging = disableLogging(step, step.phase, part);
  const entries = entriesOf(step.map)
    .filter(({ key }) => key !== "disableLogging")
    .map(({ key, value }): [string, Rendered] => {
      if (key === "name") return [key, text(renaming.newName(step.stepName))];
      if (key === "loop" && value.kind === "map") return [key, mergedLoop(value, scope, rewrite)];
      return [key, renderNode(value, rewrite)];
    });
  return map(logging === undefined ? entries : [...entries, ["disableLogging", renderNode(logging, rewrite)]]);
}

function mergedLoop(loop: MapNode, { own }: Scope, rewrite: (text: string) => string): Rendered {
  return map(
    entriesOf(loop).map(({ key, value }): [string, Rendered] => [
      key,
      key === "name" && own?.loop !== undefined ? text(own.loop.to) : renderNode(value, rewrite),
    ]),
  );
}

/**
 * Returns the `disableLogging` of a merged step. A merged document shares its root and phases between documents, so the value of the
 * document or phase moves to each step. AWS does not document which level takes precedence. The result never logs what one of the levels
 * excludes from the logs.
 */
function disableLogging(step: Step, phase: Phase, { outline }: Part): YamlNode | undefined {
  const levels = [step.map, phase.map, outline.root].map((level) => valueOf(level, "disableLogging"));
  return levels.find((level) => level !== undefined && !isOff(level)) ?? levels[0];
}

function isOff(node: YamlNode): boolean {
  return node.kind === "null" || (node.kind === "boolean" && node.value === false);
}
