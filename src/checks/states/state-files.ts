import { counted } from "../../collections/counted";
import type { StateFile } from "../../project/state-files";
import type { CheckContext } from "../context/check-context";

/** Returns local states that contain resources. They are never moved automatically. */
export function filledStates({ project }: CheckContext): StateFile[] {
  return project.states.filter(({ resources }) => resources > 0);
}

/** Returns the number of resources in a state, such as `3 resources`. */
export function amount({ resources }: StateFile): string {
  return counted(resources, "resource");
}

/** Returns a state for examples, with one pipeline of an account. */
export function stateOfPipeline(account: string): string {
  return `{"version":4,"resources":[{"mode":"managed","instances":[{"attributes":{"arn":"arn:aws:imagebuilder:us-east-1:${account}:image-pipeline/base"}}]}]}\n`;
}
