import type { Evidence } from "../evidence";
import type { Cause, Facts } from "./cause";
import { deliveringCauses } from "./delivering";
import { launchingCauses } from "./launching";
import { runningCauses } from "./running";
import { startingCauses } from "./starting";

/** All known causes. The first one that applies is used, so the more specific causes come first. */
export const causes: readonly Cause[] = [...startingCauses, ...launchingCauses, ...deliveringCauses, ...runningCauses];

/** Returns the first known cause that applies, or undefined. */
export function knownCause(facts: Facts): Cause | undefined {
  return causes.find(({ applies }) => applies(facts));
}

/** Returns the part of the evidence by which causes are recognized. */
export function factsOf({ step, component, text }: Evidence): Facts {
  return { workflow: step?.workflow.type, action: step?.action, exitCode: component?.exitCode, text };
}
