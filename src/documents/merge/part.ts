import { YamlSource } from "../../problems/yaml-source";
import type { YamlNode } from "../../problems/yaml-tree";
import { type Outline, outlineOf, type Phase, type Step } from "../component/outline";
import type { DocumentUse } from "./component-use";

/** A document about to be merged, taken apart. */
export interface Part {
  readonly use: DocumentUse;
  readonly outline: Outline;
}

/** A phase or step that has its name, as all have in a document without errors. */
export type Named<T, K extends keyof T> = T & Readonly<Record<K, string>>;

/** @throws Error where the document has errors, so that it cannot be read */
export function partOf(use: DocumentUse): Part {
  const { tree, text } = new YamlSource(use.document, use.parsed.text);
  const root = tree && (text.endsWith("\n") ? tree.root : withoutAddedBreak(tree.root, text.length));
  if (root?.kind !== "map") throw new Error(`document "${use.document}" was not checked before it was merged`);
  return { use, outline: outlineOf(root) };
}

/**
 * Where the last line of a file is one of a block and does not end, the parser here ends it and that of AWSTOE, a libyaml, does not;
 * it would be one character more in a file that the block is the content of.
 */
function withoutAddedBreak(node: YamlNode, end: number): YamlNode {
  switch (node.kind) {
    case "list":
      return { ...node, items: node.items.map((item) => withoutAddedBreak(item, end)) };
    case "map":
      return {
        ...node,
        entries: node.entries.map((entry) => ({ ...entry, value: withoutAddedBreak(entry.value, end) })),
      };
    case "text": {
      const isOpen = (node.style === "literal" || node.style === "folded") && node.end >= end;
      return isOpen ? { ...node, value: node.value.replace(/\n$/, "") } : node;
    }
    default:
      return node;
  }
}

export function phasesOf({ outline }: Part): readonly Named<Phase, "phaseName">[] {
  return outline.phases.filter((phase): phase is Named<Phase, "phaseName"> => phase.phaseName !== undefined);
}

export function stepsOf({ steps }: Phase): readonly Named<Step, "stepName">[] {
  return steps.filter((step): step is Named<Step, "stepName"> => step.stepName !== undefined);
}

export function hasSteps(part: Part, phaseName: string): boolean {
  return phasesOf(part).some((phase) => phase.phaseName === phaseName && phase.steps.length > 0);
}
