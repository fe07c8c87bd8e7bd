import { type TextNode, valueOf } from "../../problems/yaml-tree";
import type { Outline, Step } from "../component/outline";
import { quoted } from "../reading/describe";
import { findReferences } from "./find-references";
import { parseReference } from "./reference";
import { type ReferenceUse, targetOf } from "./reference-use";
import { textsIn } from "./texts-in";

interface FoundUse {
  readonly node: TextNode;
  /** Offset in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** Text with its braces, for messages. */
  readonly written: string;
  readonly use: ReferenceUse;
}

/** Yields every reference in the inputs, conditions and loops of all steps. */
export function* referencesIn(outline: Outline): Generator<FoundUse> {
  for (const step of outline.phases.flatMap(({ steps }) => steps))
    for (const key of ["inputs", "if", "loop"])
      for (const node of textsIn(valueOf(step.map, key))) yield* usesIn(node, step, outline);
}

function usesIn(node: TextNode, step: Step, outline: Outline): FoundUse[] {
  const found = findReferences(node.value).map((each) => ({ ...each, reference: parseReference(each.inner) }));
  const otherLanguage =
    node.value.includes("{%") || found.some(({ reference, broken }) => reference.form === "text" && !broken);
  return found.map(({ reference, inner, broken, start, end }) => {
    const chain = reference.form === "chain" && !broken ? reference : undefined;
    const use: ReferenceUse = {
      reference,
      inner,
      broken,
      // GitHub and others use ${{ … }}. References that AWSTOE knows are resolved nevertheless.
      doubtful: otherLanguage || node.value[start - 1] === "$",
      step,
      outline,
      chain,
      target: chain === undefined ? undefined : targetOf(chain, step, outline),
    };
    return { node, start, end, written: quoted(node.value.slice(start, end)), use };
  });
}
