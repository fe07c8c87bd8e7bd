import { maxComponentParameters, maxDocumentBytes } from "../../aws/quotas";
import { bestRuns, type Run } from "./best-runs";
import { type ComponentUse, type DocumentUse, isDocumentUse } from "./component-use";
import { type MergedDocument, mergeParts } from "./merge-documents";
import { longestRuns, mergeablePart, partsIn, whyAlone } from "./mergeable";
import type { Part } from "./part";
import { laterValidations } from "./phase-order";
import { blocksOf, hasRepeats } from "./repeated-uses";

/** A component of the recipe: a component of the image, or several merged into one. */
export type PlannedComponent<U extends ComponentUse = ComponentUse> = { readonly use: U } | MergedComponent<U>;

interface MergedComponent<U extends ComponentUse = ComponentUse> {
  /** Consecutive components of the image. A single one is a renamed copy, because the recipe already contains the original. */
  readonly uses: readonly (U & DocumentUse)[];
  readonly merged: MergedDocument;
}

/** Returns the components of the image that a component of the recipe contains, in order. */
export function usesOf<U extends ComponentUse>(component: PlannedComponent<U>): readonly U[] {
  return "uses" in component ? component.uses : [component.use];
}

export type MergePlan<U extends ComponentUse = ComponentUse> =
  /** A possible plan. The components are in the order of the image. */
  | {
      readonly components: readonly PlannedComponent<U>[];
      /** Why there are more components than the limit, as part of a message. Undefined if there are not. */
      readonly tooMany?: string;
    }
  /** No plan is possible. */
  | {
      /** The reason, as part of a message. */
      readonly why: string;
      /** Index of the use of a document that the recipe would contain twice. */
      readonly repeated: number;
    };

/**
 * Decides which components of an image to merge, so that the recipe contains each component once and at most `limit` components. Merges
 * nothing if this is already the case.
 *
 * Only consecutive components are merged, so the order is unchanged. All uses of one document are merged into one document, together with
 * the components between them. If this is impossible, they are merged into several documents, or the later use becomes a copy under a new
 * name. Apart from this, as few components as possible are merged, into as few documents as possible, each of at most 64 KB and 25
 * parameters. Of several such plans, the one with the fewest delayed `validate` phases is chosen (docs/decisions/0008-merging.md), then the
 * one that starts with the first components: adding a component at the end of the image then does not rename the others.
 *
 * A component is not merged if its document is not in this project, has a silenced error or has `validate` before `build`, or if the image
 * sets a parameter that the document does not declare. If more than `limit` components remain in every plan, only repeated uses of the same
 * document are merged.
 */
export function planMerge<U extends ComponentUse>(uses: readonly U[], limit: number): MergePlan<U> {
  const fewer = uses.length - limit;
  const repeats = hasRepeats(uses);
  if (fewer <= 0 && !repeats) return { components: uses.map((use) => ({ use })) };
  const parts = uses.map(mergeablePart);
  const longest = longestRuns(parts, repeats ? uses.length : fewer);
  const blocks = repeats ? blocksOf(uses, longest) : uses.map((_, start) => ({ start, end: start + 1 }));
  const runs = fewest(blocks, limit, parts, longest);
  if (runs === undefined) {
    const withoutLimit = planMerge(uses, uses.length);
    return "why" in withoutLimit ? withoutLimit : { ...withoutLimit, tooMany: whyNot(uses, parts, longest) };
  }

  const alone = new Set<string>();
  const components: PlannedComponent<U>[] = [];
  for (const run of runs) {
    const own = uses.slice(run.start, run.end);
    const [use] = own;
    if (use === undefined) continue;
    const document = own.length === 1 && isDocumentUse(use) ? use.document : undefined;
    if (own.length === 1 && (document === undefined || !alone.has(document))) {
      components.push({ use });
      if (document !== undefined) alone.add(document);
      continue;
    }
    const merged = partsIn(parts, run);
    if (isDocumentUse(use) && merged.length < own.length) return { why: whyAlone(use), repeated: run.start };
    components.push({ uses: own.filter(isDocument), merged: mergeParts(merged) });
  }
  return { components };
}

/** Joins blocks until at most `limit` are left; returns undefined if this is impossible. */
function fewest(
  blocks: readonly Run[],
  limit: number,
  parts: readonly (Part | undefined)[],
  longest: readonly number[],
): readonly Run[] | undefined {
  const cost = costs(parts);
  const spanOf = ({ start, end }: Run): Run => ({ start: blocks[start]?.start ?? 0, end: blocks[end - 1]?.end ?? 0 });
  const joined = bestRuns({
    count: blocks.length,
    fewer: Math.max(0, blocks.length - limit),
    longest: (start) => {
      const end = longest[blocks[start]?.start ?? 0] ?? 0;
      const behind = blocks.findIndex((block, index) => index > start && block.end > end);
      return behind < 0 ? blocks.length : behind;
    },
    cost: (run) => cost(spanOf(run)) - blocks.slice(run.start, run.end).reduce((sum, block) => sum + cost(block), 0),
  });
  return (
    joined &&
    blocks.flatMap((block, index): Run[] => {
      const run = joined.find(({ start, end }) => start <= index && index < end);
      if (run === undefined) return [block];
      return run.start === index ? [spanOf(run)] : [];
    })
  );
}

function isDocument<U extends ComponentUse>(use: U): use is U & DocumentUse {
  return isDocumentUse(use);
}

/** Returns a cost function that remembers its results, because the search asks for the same runs repeatedly. */
function costs(parts: readonly (Part | undefined)[]): (run: Run) => number {
  const known = new Map<string, number>();
  return ({ start, end }) => {
    const key = `${start} ${end}`;
    const cost = known.get(key) ?? laterValidations(partsIn(parts, { start, end })).length;
    known.set(key, cost);
    return cost;
  };
}

function whyNot(
  uses: readonly ComponentUse[],
  parts: readonly (Part | undefined)[],
  longest: readonly number[],
): string {
  let left = 0;
  // Taking the longest run each time leaves the fewest components.
  for (let start = 0; start < parts.length; start = longest[start] ?? parts.length) left++;
  const foreign = uses.filter((use) => !isDocumentUse(use)).length;
  const reasons = [
    ...(foreign === 0 ? [] : [`${foreign} ${foreign === 1 ? "is" : "are"} not of this project`]),
    ...uses.flatMap((use, index) => (parts[index] === undefined && isDocumentUse(use) ? [whyAlone(use)] : [])),
    `a document takes up to ${maxDocumentBytes} bytes and ${maxComponentParameters} parameters`,
  ];
  return `merging neighbours leaves ${left}: ${reasons.join("; ")}`;
}
