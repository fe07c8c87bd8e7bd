import type { Example } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Returns a component document with a step that has the given condition. */
export function when(condition: string): Example {
  return buildSteps(`- name: Update\n  action: UpdateOS\n  if:\n${condition}`);
}
