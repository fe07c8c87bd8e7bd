import { bestRuns, type Run } from "./best-runs";
import { type ComponentUse, type DocumentUse, isDocumentUse } from "./component-use";
import { type MergedDocument, mergeParts } from "./merge-documents";
import { type Part, partOf } from "./part";
import { laterValidations, turnedPhases } from "./phase-order";

/** API quota of Image Builder: components a recipe. */
export const maxComponents = 20;
/** Quotas of Image Builder: size of a document in S3, parameters of a component. */
const maxBytes = 65_536;
const maxParameters = 25;

/** A component of the recipe: one of the image's, or several merged into one. */
export type PlannedComponent<U extends ComponentUse = ComponentUse> = { readonly use: U } | MergedComponent<U>;

export interface MergedComponent<U extends ComponentUse = ComponentUse> {
  /** Two or more, neighbours in the image. */
  readonly uses: readonly (U & DocumentUse)[];
  readonly merged: MergedDocument;
}

/** The components of the image that it stands for, in their order. */
export function usesOf<U extends ComponentUse>(component: PlannedComponent<U>): readonly U[] {
  return "uses" in component ? component.uses : [component.use];
}

export type MergePlan<U extends ComponentUse = ComponentUse> =
  /** In the order of the image. */
  | { readonly components: readonly PlannedComponent<U>[] }
  /** It cannot be done; why, as part of a message. */
  | { readonly why: string };

/**
 * Decides which components of an image are merged, so that no more than `limit` are left. Where there are no more than that, none.
 *
 * Only neighbours are merged, so that the order stays; as few components as possible, into as few documents as possible, each of at
 * most 64 KB and 25 parameters. Of several such plans the one is taken in which the fewest `validate` phases come later than alone
 * (docs/decisions/0008-merging.md), then the one that starts with the first components: one more at the end of the image then leaves
 * the names of the others as they are.
 *
 * A component stays as it is where it is none of this project, where its `validate` stands before its `build`, or where the image
 * gives it a parameter that it does not declare.
 */
export function planMerge<U extends ComponentUse>(uses: readonly U[], limit = maxComponents): MergePlan<U> {
  const fewer = uses.length - limit;
  if (fewer <= 0) return { components: uses.map((use) => ({ use })) };
  const parts = uses.map(mergeablePart);
  const longest = longestRuns(parts, fewer);
  const runs = bestRuns({
    count: uses.length,
    fewer,
    longest: (start) => longest[start] ?? start,
    cost: costs(parts),
  });
  if (runs === undefined) return { why: whyNot(uses, parts, longest) };
  return {
    components: uses.flatMap((use, index): PlannedComponent<U>[] => {
      const run = runs.find(({ start, end }) => start <= index && index < end);
      if (run === undefined) return [{ use }];
      if (run.start < index) return [];
      return [{ uses: uses.slice(run.start, run.end).filter(isDocument), merged: mergeParts(partsIn(parts, run)) }];
    }),
  };
}

/** `merged 23 components into 20: "linux/a", "linux/b" …`, for the note that says so; undefined where nothing was merged. */
export function describeMerge(components: readonly PlannedComponent[]): string | undefined {
  const merged = components.filter((component) => "merged" in component);
  if (merged.length === 0) return undefined;
  const before = merged.reduce((sum, { uses }) => sum + uses.length - 1, components.length);
  const groups = merged.map(({ uses }) => `${uses.map(({ document }) => `"${document}"`).join(", ")} into one`);
  return `merged ${before} components into ${components.length}: ${groups.join("; ")}`;
}

function isDocument<U extends ComponentUse>(use: U): use is U & DocumentUse {
  return isDocumentUse(use);
}

/** Undefined where the component has to stay as it is. */
function mergeablePart(use: ComponentUse): Part | undefined {
  if (!isDocumentUse(use)) return undefined;
  const part = partOf(use);
  const declared = new Set(part.outline.variables.flatMap(({ kind, name }) => (kind === "parameter" ? [name] : [])));
  const given = Object.keys(use.parameters);
  return turnedPhases(part) === undefined && given.every((name) => declared.has(name)) ? part : undefined;
}

/**
 * The end of the longest run of neighbours from each on that fit into one document. The part of a run that fits does so, too, hence
 * none of the ends lies before one found already: each document is merged a few times rather than once for every pair.
 */
function longestRuns(parts: readonly (Part | undefined)[], fewer: number): number[] {
  let end = 0;
  return parts.map((first, start) => {
    end = Math.max(end, start + 1);
    while (end < parts.length && end - start <= fewer) {
      const next = parts[end];
      if (first === undefined || next?.use.platform !== first.use.platform) break;
      if (!fits(partsIn(parts, { start, end: end + 1 }))) break;
      end++;
    }
    return end;
  });
}

function fits(parts: readonly Part[]): boolean {
  const parameters = parts.flatMap(({ outline }) => outline.variables.filter(({ kind }) => kind === "parameter"));
  return parameters.length <= maxParameters && Buffer.byteLength(mergeParts(parts).text) <= maxBytes;
}

/** Costs by run, each looked at once: the search comes by a run for every number of components that may be left to merge. */
function costs(parts: readonly (Part | undefined)[]): (run: Run) => number {
  const known = new Map<string, number>();
  return ({ start, end }) => {
    const key = `${start} ${end}`;
    const cost = known.get(key) ?? laterValidations(partsIn(parts, { start, end })).length;
    known.set(key, cost);
    return cost;
  };
}

function partsIn(parts: readonly (Part | undefined)[], { start, end }: Run): Part[] {
  return parts.slice(start, end).filter((part) => part !== undefined);
}

function whyNot(
  uses: readonly ComponentUse[],
  parts: readonly (Part | undefined)[],
  longest: readonly number[],
): string {
  let left = 0;
  // Taking the longest run each time leaves the fewest.
  for (let start = 0; start < parts.length; start = longest[start] ?? parts.length) left++;
  const foreign = uses.filter((use) => !isDocumentUse(use)).length;
  const reasons = [
    ...(foreign === 0 ? [] : [`${foreign} ${foreign === 1 ? "is" : "are"} not of this project`]),
    ...uses.flatMap((use, index) => (parts[index] === undefined && isDocumentUse(use) ? [whyAlone(use)] : [])),
    `a document takes up to ${maxBytes} bytes and ${maxParameters} parameters`,
  ];
  return `merging neighbours leaves ${left}: ${reasons.join("; ")}`;
}

function whyAlone(use: DocumentUse): string {
  const turned = turnedPhases(partOf(use));
  return turned === undefined
    ? `"${use.document}" is given parameters that it does not declare`
    : `"${use.document}" has its phase "${turned[1]}" before "${turned[0]}"`;
}
