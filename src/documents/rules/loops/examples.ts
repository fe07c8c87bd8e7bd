import type { Example } from "../../../problems/rule";
import { buildSteps, indented } from "../../examples";

export const loopsPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-looping-constructs.html";

/** Returns a component document with a step that has the given loop. */
export function looped(loop: string): Example {
  return buildSteps(
    `- name: Count\n  action: ExecuteBash\n  loop:\n${indented(loop, 4)}  inputs:\n    commands:\n      - echo "{{ loop.index }}"\n`,
  );
}
