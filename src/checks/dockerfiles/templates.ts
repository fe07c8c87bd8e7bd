import { oncePer } from "../../collections/once-per";
import type { Project } from "../../project/load-project";
import { type Instruction, instructionsOf } from "./instructions";
import { variablesIn, type VariableUse } from "./variables";

/** A Dockerfile template that a container names and that could be read. */
export interface Template {
  readonly file: string;
  readonly text: string;
  readonly bytes: number;
  readonly instructions: readonly Instruction[];
  readonly variables: readonly VariableUse[];
}

/** Returns the Dockerfile templates of a project; calculated once for each project. */
export const templatesOf = oncePer(({ dockerfiles, faults }: Project): readonly Template[] => {
  const unread = new Set(faults.map(({ file }) => file));
  return [...dockerfiles]
    .filter(([file]) => !unread.has(file))
    .map(([file, text]) => ({
      file,
      text,
      bytes: Buffer.byteLength(text),
      instructions: instructionsOf(text),
      variables: variablesIn(text),
    }));
});
