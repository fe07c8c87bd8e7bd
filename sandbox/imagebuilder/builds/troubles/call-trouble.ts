import { ApiError } from "../../api-error";
import type { BuildSettings } from "../build-settings";
import type { CallTrouble } from "./trouble";

/**
 * Applies the fault that the settings inject for an operation.
 *
 * @throws ApiError if the settings refuse calls of this operation
 */
export function requireNoCallTrouble({ troubles }: BuildSettings, operation: string): void {
  const trouble = troubles.find((each): each is CallTrouble => each.kind === "call" && each.operation === operation);
  if (trouble !== undefined) throw new ApiError(trouble.code, trouble.message);
}
