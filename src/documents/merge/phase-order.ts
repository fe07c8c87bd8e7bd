import { hasSteps, type Part, phasesOf } from "./part";

/** In the order in which Image Builder runs them: the first two in the build stage, the others in the test stage. */
const known = ["build", "validate", "test", "container-host-test"];

/** The phases of a merged document: those that Image Builder runs in its order, then the others as they come. */
export function mergedPhases(parts: readonly Part[]): string[] {
  const names = new Set(parts.flatMap((part) => phasesOf(part).map(({ phaseName }) => phaseName)));
  return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name))];
}

/** Two phases of one stage that the document has the other way round than a merged document would; undefined where none. */
export function turnedPhases(part: Part): readonly [string, string] | undefined {
  const names = phasesOf(part).map(({ phaseName }) => phaseName);
  const stages = [known.slice(0, 2), known.slice(2)] as [string, string][];
  return stages.find(([first, second]) => names.includes(second) && names.indexOf(first) > names.indexOf(second));
}

/**
 * The documents whose `validate` comes later than it would alone, if each component ran to its end before the next starts: a later
 * one of the group has a `build`, and a phase of the merged document is that phase of all of them.
 */
export function laterValidations(parts: readonly Part[]): readonly Part[] {
  const lastBuild = parts.findLastIndex((part) => hasSteps(part, "build"));
  return parts.filter((part, index) => index < lastBuild && hasSteps(part, "validate"));
}
