import { open } from "node:fs/promises";

import { MAX_STATE_BYTES, readState, tooLarge } from "../../adoption/state/read-state";
import { placeOfState } from "../../adoption/state/scope";
import { isStateFault, type State, type StateFault } from "../../adoption/state/state";
import type { Place } from "../../aws/place";
import { whyUnreadable } from "../../files/file-error";
import { UserError } from "../../files/user-error";

/** A state file that can be adopted, with its account and region. */
export interface Input {
  readonly state: State;
  readonly place: Place;
  /** Text of the state file. */
  readonly text: string;
}

/** Reads and checks a state file. @throws UserError if the file cannot be read, or if it is not a state that can be adopted */
export async function readInput(path: string): Promise<Input> {
  const file = await open(path).catch((error: unknown) => {
    throw new UserError(`${path} cannot be read: ${whyUnreadable(error)}\nnothing was written`);
  });
  try {
    const { size } = await file.stat();
    if (size > MAX_STATE_BYTES) refuse(path, tooLarge(size));
    const text = await file.readFile("utf8");
    const state = readState(text);
    if (isStateFault(state)) return refuse(path, state);
    const place = placeOfState(state);
    if ("code" in place) return refuse(path, place);
    if (state.deposed.length > 0)
      refuse(path, {
        code: "state-with-deposed",
        message: `the state holds what was left over from replacements, which the next apply destroys: ${state.deposed.join(", ")}`,
        fix: "apply the old code once, so that it comes to its end, and take the state of after that",
      });
    if (state.tainted.length > 0)
      refuse(path, {
        code: "state-with-tainted",
        message: `the state marks resources as tainted, which the next apply replaces: ${state.tainted.join(", ")}`,
        fix: `in the folder of the old code, apply once, or run "terraform untaint '<address>'" for each that works, and take the state of after that`,
      });
    return { state, place, text };
  } finally {
    await file.close();
  }
}

function refuse(path: string, { code, message, fix }: StateFault): never {
  throw new UserError(`${path}: ${message}; ${fix} (${code})\nnothing was written`);
}
