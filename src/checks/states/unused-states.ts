import type { Stack } from "../../project/stacks";
import type { StateFile } from "../../project/state-files";
import type { CheckContext } from "../context/check-context";
import { filledStates } from "./state-files";

/** A state in state/ that holds resources and that no stack uses. */
export interface UnusedState {
  readonly state: StateFile;
  /** The stack that its file is named after. */
  readonly name: string;
  /** That stack, which keeps its state elsewhere. */
  readonly elsewhere?: Stack;
  /** Else a stack of the account and region of its resources that has no state and keeps it here. */
  readonly renamed?: Stack & { readonly state: { readonly file: string } };
}

export function unusedStates(context: CheckContext): UnusedState[] {
  const { project, stacks } = context;
  const states = filledStates(context).filter(({ stack }) => stack === undefined);
  const taken = new Set(states.map(({ file }) => file));
  return states.flatMap((state): UnusedState[] => {
    const { file, text } = state;
    if (stacks.some((stack) => "file" in stack.state && stack.state.file === file)) return [];
    const name = file.replace(/^state\//, "").replace(/\.tfstate$/, "");
    const owner = project.environments.get(name) ?? project.environments.get(name.replace(/-consumer$/, ""));
    // Where the state of an environment is that has errors, nobody knows yet.
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
