import type { Evidence } from "../evidence";
import type { Cause, Facts } from "./cause";
import { deliveringCauses } from "./delivering";
import { launchingCauses } from "./launching";
import { runningCauses } from "./running";
import { startingCauses } from "./starting";

/** Every known cause; the first that applies is taken, so what says more comes first. */
export const causes: readonly Cause[] = [...startingCauses, ...launchingCauses, ...deliveringCauses, ...runningCauses];

/** Undefined where nothing known fits. */
export function knownCause(facts: Facts): Cause | undefined {
  return causes.find(({ applies }) => applies(facts));
}

export function factsOf({ step, component, text }: Evidence): Facts {
  return { workflow: step?.workflow.type, action: step?.action, exitCode: component?.exitCode, text };
}
