import { YamlSource } from "../../problems/yaml-source";
import type { YamlNode } from "../../problems/yaml-tree";
import { type Outline, outlineOf, type Phase, type Step } from "../component/outline";
import type { DocumentUse } from "./component-use";

/** A parsed document for a merge. */
export interface Part {
  readonly use: DocumentUse;
  readonly outline: Outline;
}

/** A phase or step whose name is defined. This holds for all phases and steps of a document without errors. */
export type Named<T, K extends keyof T> = T & Readonly<Record<K, string>>;

/**
 * Parses a document for a merge.
 *
 * @throws Error if the document has errors and cannot be read
 */
export function partOf(use: DocumentUse): Part {
  const { tree, text } = new YamlSource(use.document, use.text);
  const root = tree && (text.endsWith("\n") ? tree.root : withoutAddedBreak(tree.root, text.length));
  if (root?.kind !== "map") throw new Error(`document "${use.document}" was not checked before it was merged`);
  return { use, outline: outlineOf(root) };
}

/**
 * Removes the line break that the parser adds to a block scalar at the end of a file without a final line break. The parser of AWSTOE (a
 * libyaml) does not add it. If the block is the content of a file, the file would have one character more.
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
