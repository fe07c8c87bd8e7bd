import { counted } from "../../collections/counted";
import type { StateFile } from "../../project/state-files";
import type { CheckContext } from "../context/check-context";

/** Local states that hold anything. Nothing is ever moved. */
export function filledStates({ project }: CheckContext): StateFile[] {
  return project.states.filter(({ resources }) => resources > 0);
}

export function amount({ resources }: StateFile): string {
  return counted(resources, "resource");
}

/** The state of an example, which holds one pipeline of an account. */
export function stateOfPipeline(account: string): string {
  return `{"version":4,"resources":[{"mode":"managed","instances":[{"attributes":{"arn":"arn:aws:imagebuilder:us-east-1:${account}:image-pipeline/base"}}]}]}\n`;
}
