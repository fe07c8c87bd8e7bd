import type { ComponentUse } from "../context/component-uses";

const testStage = ["test", "container-host-test"];

/** Whether a component only tests, so that it changes nothing of the image. */
export function isTestOnly({ document: { phases } }: ComponentUse): boolean {
  return phases.length > 0 && phases.every((phase) => testStage.includes(phase));
}
