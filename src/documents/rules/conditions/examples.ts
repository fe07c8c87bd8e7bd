import type { Example } from "../../../problems/rule";
import { buildSteps } from "../../examples";

export const comparisonsPage =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html";
export const logicPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-logical-operators.html";

/** Returns a component document with a step that has the given condition. */
export function when(condition: string): Example {
  return buildSteps(`- name: Update\n  action: UpdateOS\n  if:\n${condition}`);
}
