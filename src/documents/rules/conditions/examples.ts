import type { Example } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** A step that runs under such a condition. */
export function when(condition: string): Example {
  return buildSteps(`- name: Update\n  action: UpdateOS\n  if:\n${condition}`);
}
