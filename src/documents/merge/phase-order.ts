import { hasSteps, type Part, phasesOf } from "./part";

/** Phases in the order in which Image Builder runs them: the first two in the build stage, the others in the test stage. */
const known = ["build", "validate", "test", "container-host-test"];

/** Returns the phases of a merged document: first those that Image Builder runs, in its order, then the others as they appear. */
export function mergedPhases(parts: readonly Part[]): string[] {
  const names = new Set(parts.flatMap((part) => phasesOf(part).map(({ phaseName }) => phaseName)));
  return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name))];
}

/** Returns two phases of one stage that a document has in the opposite order to a merged document; undefined if there are none. */
export function turnedPhases(part: Part): readonly [string, string] | undefined {
  const names = phasesOf(part).map(({ phaseName }) => phaseName);
  const stages = [known.slice(0, 2), known.slice(2)] as [string, string][];
  return stages.find(([first, second]) => names.includes(second) && names.indexOf(first) > names.indexOf(second));
}

/**
 * Returns the documents whose `validate` phase runs later than if each component ran to its end before the next one starts. A merged
 * document runs the `build` phases of all documents first, so this affects documents before the last one that has a `build` phase.
 */
export function laterValidations(parts: readonly Part[]): readonly Part[] {
  const lastBuild = parts.findLastIndex((part) => hasSteps(part, "build"));
  return parts.filter((part, index) => index < lastBuild && hasSteps(part, "validate"));
}
