import { checkDocument, type CheckOptions } from "../../src/documents/check-document";
import type { Problem } from "../../src/problems/problem";
import { YamlSource } from "../../src/problems/yaml-source";
import { entryOf } from "../../src/problems/yaml-tree";
import { componentMutators } from "./component-mutants";
import { inputMutators } from "./input-mutants";
import type { Mutant, Mutators, Subject } from "./mutant";
import { referenceMutators } from "./reference-mutants";
import { scriptMutators } from "./script-mutants";
import { workflowMutators } from "./workflow-mutants";
import { yamlMutators } from "./yaml-mutants";

export interface Result {
  readonly kind: string;
  readonly file: string;
  readonly mutant: Mutant;
  /** Problems of the mutant that the document does not have. */
  readonly news: readonly Problem[];
  readonly found: boolean;
  /** Whether the mistake is reported on a line where a reader would look for it. */
  readonly located: boolean;
}

const ofComponents: Mutators = {
  ...componentMutators,
  ...inputMutators,
  ...referenceMutators,
  ...scriptMutators,
  ...yamlMutators,
};
const ofWorkflows: Mutators = { ...workflowMutators, ...yamlMutators };

/**
 * Checks mutants of one document.
 *
 * @param most mutants of one kind. If there are more, evenly spaced ones are chosen, always the same
 * @returns undefined if the document itself has an error, because its mutants would show nothing
 */
export function measure(file: string, text: string, options: CheckOptions, most: number): Result[] | undefined {
  const { tree } = new YamlSource(file, text);
  const before = checkDocument(file, text, options).problems;
  if (tree?.root.kind !== "map" || before.some(({ severity }) => severity === "error")) return undefined;
  const subject = { file, text: text.replace(/^\uFEFF/, ""), root: tree.root };
  const kinds = entryOf(tree.root, "phases") === undefined ? ofWorkflows : ofComponents;
  // A script that cannot be parsed hides its other mistakes.
  const unread = before.some(({ code }) => code.endsWith("-syntax"));
  const mutators = Object.entries(kinds).filter(([kind]) => !unread || scriptMutators[kind] === undefined);
  return mutators.flatMap(([kind, mutator]) =>
    chosen(distinct(mutator(subject), subject), most).map((mutant) => {
      const news = added(before, checkDocument(file, mutant.text, options).problems);
      const located = news.some(({ line }) => mutant.lines.includes(line));
      return { kind, file, mutant, news, found: news.length > 0, located };
    }),
  );
}

function distinct(mutants: readonly (Mutant | undefined)[], { text }: Subject): Mutant[] {
  const byText = new Map(mutants.flatMap((mutant) => (mutant === undefined ? [] : [[mutant.text, mutant] as const])));
  byText.delete(text);
  return [...byText.values()];
}

function chosen<T>(items: readonly T[], most: number): readonly T[] {
  const step = items.length / most;
  return step <= 1 ? items : Array.from({ length: most }, (_, index) => items[Math.floor(index * step)] as T);
}

/** Returns the problems that are new. Problems are compared by their wording, because lines move. */
function added(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const left = before.map(wording);
  return after.filter((problem) => {
    const index = left.indexOf(wording(problem));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function wording({ code, message }: Problem): string {
  return `${code} ${message}`;
}
