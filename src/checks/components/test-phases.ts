import type { ComponentUse } from "../context/component-uses";

const testStage = ["test", "container-host-test"];

/** Checks whether a component has only test phases, so it does not change the image. */
export function isTestOnly({ document: { phases } }: ComponentUse): boolean {
  return phases.length > 0 && phases.every((phase) => testStage.includes(phase));
}
