import { ApiError } from "../../api-error";
import type { BuildSettings } from "../build-settings";
import type { CallTrouble } from "./trouble";

/** @throws ApiError where calls of this operation are to be refused */
export function requireNoCallTrouble({ troubles }: BuildSettings, operation: string): void {
  const trouble = troubles.find((each): each is CallTrouble => each.kind === "call" && each.operation === operation);
  if (trouble !== undefined) throw new ApiError(trouble.code, trouble.message);
}
