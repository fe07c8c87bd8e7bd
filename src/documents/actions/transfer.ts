import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";

/** CopyFile, CopyFolder, MoveFile and MoveFolder take the same inputs. */
export function transfer(name: string): Action {
  return {
    name,
    platforms,
    inputs: "list",
    fields: { source: required(text()), destination: required(text()), overwrite: optional(flag) },
    outputs: [],
  };
}
