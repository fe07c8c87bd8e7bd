import { didYouMean, listOf } from "../../problems/suggest";
import { type TextNode, valueOf } from "../../problems/yaml-tree";
import type { Outline } from "./outline";

/** Phase names of which Image Builder requires at least one. */
export const wantedPhases: readonly string[] = ["build", "validate", "test"];
/** All phase names that Image Builder runs. */
export const runPhases: readonly string[] = [...wantedPhases, "container-host-test"];

export function namesOf({ phases }: Outline): TextNode[] {
  return phases.flatMap(({ map }) => {
    const name = valueOf(map, "name");
    return name?.kind === "text" ? [name] : [];
  });
}

export function hasWantedPhase(outline: Outline): boolean {
  return namesOf(outline).some(({ value }) => wantedPhases.includes(value));
}

/** Returns a suggestion for the name of a phase that Image Builder does not run. */
export function phaseLike(got: string): string {
  return didYouMean(got, runPhases, `name it one of ${listOf(runPhases)}`);
}
