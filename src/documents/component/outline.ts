import { type Platform, platforms } from "../../aws/platform";
import { entryOf, itemsOf, type MapNode, type TextNode, valueOf, type YamlNode } from "../../problems/yaml-tree";
import type { Action } from "../actions/action";
import { actions } from "../actions/action-modules";
import { quoted } from "../reading/describe";
import type { Owner } from "../reading/fields";

/** The readable parts of a step. Invalid parts are undefined. */
export interface Step extends Owner {
  readonly map: MapNode;
  readonly stepName?: string;
  readonly phase: Phase;
  readonly action?: Action;
  readonly inputs?: YamlNode;
  readonly loop?: MapNode;
}

export interface Phase extends Owner {
  readonly map: MapNode;
  readonly phaseName?: string;
  readonly steps: readonly Step[];
}

/** A declared parameter or constant. */
export interface Variable {
  readonly kind: "parameter" | "constant";
  readonly name: string;
  readonly keyNode: YamlNode;
  /** Undefined if the parameter is declared in the form of a workflow document (`- name: …` with `type`). */
  readonly definition?: YamlNode;
}

/** The readable parts of a component document, for its checks. */
export interface Outline {
  readonly root: MapNode;
  readonly phases: readonly Phase[];
  readonly variables: readonly Variable[];
}

/** Reads the valid parts of a component document. Reports nothing; the checks of each part report the invalid ones. */
export function outlineOf(root: MapNode): Outline {
  return {
    root,
    phases: itemsOf(valueOf(root, "phases")).flatMap((node) => (node.kind === "map" ? [phaseOf(node)] : [])),
    variables: [...variablesOf(root, "parameter"), ...variablesOf(root, "constant")],
  };
}

function phaseOf(map: MapNode): Phase {
  const steps: Step[] = [];
  const phase: Phase = { ...ownerOf("phase", map), map, phaseName: textOf(valueOf(map, "name"))?.value, steps };
  for (const node of itemsOf(valueOf(map, "steps"))) if (node.kind === "map") steps.push(stepOf(node, phase));
  return phase;
}

function stepOf(map: MapNode, phase: Phase): Step {
  const { name, at } = ownerOf("step", map);
  const loop = valueOf(map, "loop");
  return {
    name,
    at,
    map,
    stepName: textOf(valueOf(map, "name"))?.value,
    phase,
    action: actionOf(map),
    inputs: valueOf(map, "inputs"),
    loop: loop?.kind === "map" ? loop : undefined,
  };
}

/** Returns the name of a phase or step for messages, and the span at which its missing fields are reported. */
export function ownerOf(kind: "phase" | "step", map: MapNode): Owner {
  const name = textOf(valueOf(map, "name"));
  return {
    name: name === undefined ? `a ${kind}` : `${kind} ${quoted(name.value)}`,
    at: map.entries[0]?.keyNode ?? map,
  };
}

/** Returns the action of a step; undefined if it is missing or unknown. */
export function actionOf(step: MapNode): Action | undefined {
  return actions.get(textOf(valueOf(step, "action"))?.value ?? "");
}

function variablesOf(root: MapNode, kind: Variable["kind"]): Variable[] {
  return itemsOf(valueOf(root, `${kind}s`)).flatMap((item): Variable[] => {
    if (item.kind !== "map") return [];
    if (!isNameAndType(item)) {
      return item.entries.map(({ key, keyNode, value }) => ({ kind, name: key, keyNode, definition: value }));
    }
    const name = textOf(valueOf(item, "name"));
    return name === undefined ? [] : [{ kind, name: name.value, keyNode: name }];
  });
}

/** Checks whether a parameter is declared in the form of a workflow document: `- name: Version` with `type: string` in the same map. */
export function isNameAndType(item: MapNode): boolean {
  return entryOf(item, "name")?.value.kind === "text" && item.entries.length > 1;
}

/** Returns the platforms that all actions of a document support, in the order of `platforms`. */
export function commonPlatforms({ phases }: Outline): readonly Platform[] {
  const used = phases.flatMap(({ steps }) => steps.flatMap(({ action }) => action ?? []));
  return platforms.filter((platform) => used.every((action) => action.platforms.includes(platform)));
}

function textOf(node: YamlNode | undefined): TextNode | undefined {
  return node?.kind === "text" ? node : undefined;
}
