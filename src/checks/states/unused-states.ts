import type { Stack } from "../../project/stacks";
import type { StateFile } from "../../project/state-files";
import type { CheckContext } from "../context/check-context";
import { filledStates } from "./state-files";

/** A state in state/ that contains resources and that no stack uses. */
export interface UnusedState {
  readonly state: StateFile;
  /** Name of the stack in the file name. */
  readonly name: string;
  /** Stack of that name, if it stores its state elsewhere. */
  readonly elsewhere?: Stack;
  /** Otherwise a stack in the account and region of the state's resources that has no state yet and would store it in state/. */
  readonly renamed?: Stack & { readonly state: { readonly file: string } };
}

/** Returns the states that no stack uses. */
export function unusedStates(context: CheckContext): UnusedState[] {
  const { project, stacks } = context;
  const states = filledStates(context).filter(({ stack }) => stack === undefined);
  const taken = new Set(states.map(({ file }) => file));
  return states.flatMap((state): UnusedState[] => {
    const { file, text } = state;
    if (stacks.some((stack) => "file" in stack.state && stack.state.file === file)) return [];
    const name = file.replace(/^state\//, "").replace(/\.tfstate$/, "");
    const owner = project.environments.get(name) ?? project.environments.get(name.replace(/-consumer$/, ""));
    // The place of the state is unknown if the environment has errors.
    if (owner !== undefined && owner.value === undefined) return [];
    const elsewhere = stacks.find((stack) => stack.name === name);
    const renamed = stacks
      .filter(keepsFile)
      .find(
        ({ state: own, definition: { account, region } }) =>
          !taken.has(own.file) && text.includes(`:${region}:${account}:`),
      );
    return [elsewhere === undefined ? { state, name, renamed } : { state, name, elsewhere }];
  });
}

function keepsFile(stack: Stack): stack is Stack & { readonly state: { readonly file: string } } {
  return "file" in stack.state;
}
