import type { YamlSource } from "../../problems/yaml-source";
import { itemsOf, type MapNode, plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { pathsIn, type PathUse } from "./paths";
import { actionOf } from "./step";
import type { WorkflowType } from "./workflow-action";

/** A named item of a list. */
export interface Named {
  readonly name: string;
  readonly node: MapNode;
}

export interface NamedStep extends Named {
  /** Name of the action as written; empty if it is missing. */
  readonly action: string;
  /** Outputs of the action; undefined if the action is unknown. */
  readonly outputs: readonly string[] | undefined;
}

/** The readable parts of a workflow document, whether or not the document is valid. */
export interface WorkflowOutline {
  readonly root: MapNode;
  readonly source: YamlSource;
  /** Type of the workflow, if it is known. Otherwise actions of all types are allowed. */
  readonly type?: WorkflowType;
  readonly parameters: readonly Named[];
  readonly steps: readonly NamedStep[];
}

/** Names that a path can refer to at one place of the document. */
export interface Reachable {
  readonly parameters: readonly string[];
  /** Steps that have already run at this place. */
  readonly steps: readonly NamedStep[];
  /** Names of all steps, regardless of order. */
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

/** Returns the maps in a list that have a name. */
export function named(list: YamlNode | undefined): Named[] {
  return itemsOf(list).flatMap((node) => {
    const name = plainText(valueOf(node, "name"));
    return node.kind === "map" && name !== undefined ? [{ name, node }] : [];
  });
}

/** Returns every path in steps and outputs, with the names that it can refer to: a step can use earlier steps, an output all steps. */
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
