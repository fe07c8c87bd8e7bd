import type { YamlSource } from "../../problems/yaml-source";
import { type MapNode, plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { pathsIn, type PathUse } from "./paths";
import { actionOf } from "./step";
import type { WorkflowType } from "./workflow-action";

/** Something in a list that has a name. */
export interface Named {
  readonly name: string;
  readonly node: MapNode;
}

export interface NamedStep extends Named {
  /** As written; empty where there is none. */
  readonly action: string;
  /** Undefined where the action is not known. */
  readonly outputs: readonly string[] | undefined;
}

/** A workflow as far as it can be made out, whatever else is wrong with it. */
export interface WorkflowOutline {
  readonly root: MapNode;
  readonly source: YamlSource;
  /** Where it is known; without it, an action of any type may stand in the workflow. */
  readonly type?: WorkflowType;
  readonly parameters: readonly Named[];
  readonly steps: readonly NamedStep[];
}

/** What a path can lead to at one place of the document. */
export interface Reachable {
  readonly parameters: readonly string[];
  /** The steps that have run by then. */
  readonly steps: readonly NamedStep[];
  /** The names of all steps, in whatever order. */
  readonly allSteps: readonly string[];
}

export function workflowOutline(root: MapNode, source: YamlSource, type?: WorkflowType): WorkflowOutline {
  const steps = named(valueOf(root, "steps")).map(({ name, node }) => ({
    name,
    node,
    action: plainText(valueOf(node, "action")) ?? "",
    outputs: actionOf(node)?.outputs,
  }));
  return { root, source, type, parameters: named(valueOf(root, "parameters")), steps };
}

/** The maps in a list that have a name. */
export function named(list: YamlNode | undefined): Named[] {
  return itemsOf(list).flatMap((node) => {
    const name = plainText(valueOf(node, "name"));
    return node.kind === "map" && name !== undefined ? [{ name, node }] : [];
  });
}

export function itemsOf(list: YamlNode | undefined): readonly YamlNode[] {
  return list?.kind === "list" ? list.items : [];
}

/** Every path in steps and outputs: a step reaches the steps before it, an output all of them. */
export function pathUses({
  root,
  steps,
  ...outline
}: WorkflowOutline): (PathUse & { readonly reachable: Reachable })[] {
  const parameters = outline.parameters.map(({ name }) => name);
  const allSteps = steps.map(({ name }) => name);
  const usesIn = (node: YamlNode | undefined, before: readonly NamedStep[]) =>
    pathsIn(node).map((use) => ({ ...use, reachable: { parameters, steps: before, allSteps } }));
  return [
    ...steps.flatMap(({ node }, index) => usesIn(node, steps.slice(0, index))),
    ...usesIn(valueOf(root, "outputs"), steps),
  ];
}
