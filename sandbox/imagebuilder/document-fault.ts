import type { Platform } from "../../src/aws/platform";
import { actions } from "../../src/documents/actions/action-modules";
import type { ApiError } from "./api-error";
import type { Fields } from "./fields";
import { actionUnsupported, inputsRequired, schemaVersionInvalid, stepNameInvalid } from "./words-of-aws";

/**
 * Returns the first fault of a component document for which an error message of AWS is known, as that error; undefined if there is none.
 */
export function documentFault({ schemaVersion, phases }: Fields, platform: Platform): ApiError | undefined {
  if (!["1", "1.0"].includes(String(schemaVersion))) return schemaVersionInvalid();
  for (const { name: phase, steps } of listOf(phases))
    for (const step of listOf(steps)) {
      const fault = stepFault(String(phase), step, platform);
      if (fault !== undefined) return fault;
    }
  return undefined;
}

function stepFault(phase: string, { name, action, inputs }: Fields, platform: Platform): ApiError | undefined {
  const [step, module] = [String(name), String(action)];
  if (typeof name === "string" && !/^[A-Za-z0-9_-]+$/.test(name)) return stepNameInvalid(step, phase);
  const known = actions.get(module);
  if (action !== undefined && known?.platforms.includes(platform) !== true)
    return actionUnsupported(step, phase, module, platform);
  const isEmpty = inputs === undefined || inputs === null || (Array.isArray(inputs) && inputs.length === 0);
  return known !== undefined && known.inputs !== "optional map" && isEmpty
    ? inputsRequired(step, phase, module)
    : undefined;
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((each): each is Fields => typeof each === "object" && each !== null) : [];
}
