import { type Json, member, objectOf } from "../../review/plan/json";
import { shownState } from "./shown-state";
import type { State, StateFault } from "./state";
import { versionFour } from "./version-four";
import { versionThree } from "./version-three";

/** Maximum size of a state in bytes. An image factory has a few hundred kilobytes. Users have to split far larger states first. */
export const MAX_STATE_BYTES = 32 * 1024 * 1024;

const howToMake = 'write it with "terraform state pull > before.tfstate" in the folder of the old code';

/**
 * Parses a state file of version 3 (Terraform 0.11 and older) or version 4, or the output of `terraform show -json`.
 */
export function readState(text: string): State | StateFault {
  const size = Buffer.byteLength(text);
  if (size > MAX_STATE_BYTES) return tooLarge(size);
  if (text.trim() === "") return { code: "state-empty", message: "the file is empty", fix: howToMake };
  if (text.startsWith("PK"))
    return { code: "state-is-plan", message: "the file is a plan, not a state", fix: howToMake };
  let json: Json;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return isCutOff(text)
      ? {
          code: "state-cut-off",
          message: "the file ends in the middle: it was not written to its end",
          fix: `write it again: ${howToMake}`,
        }
      : { code: "state-not-json", message: "the file is not JSON, so it is not a state", fix: howToMake };
  }
  return stateOf(json);
}

/** Returns the fault for a file that is too large to be read. @param size in bytes */
export function tooLarge(size: number): StateFault {
  return {
    code: "state-too-large",
    message: `the file has ${Math.ceil(size / 1024 / 1024)} MB, allowed: up to ${MAX_STATE_BYTES / 1024 / 1024} MB`,
    fix: 'move Image Builder and what belongs to it into its own state first: docs/adoption.md, "A state with other resources"',
  };
}

function stateOf(json: Json): State | StateFault {
  const version = member(json, "version");
  if (version === 4 && member(json, "encrypted_data") === undefined) return versionFour(json);
  if (version === 3) return versionThree(json);
  if (member(json, "encrypted_data") !== undefined)
    return {
      code: "state-encrypted",
      message: "the file is an encrypted state of OpenTofu",
      fix: 'write it in plain text with "tofu state pull > before.tfstate"',
    };
  if (version === 1 || version === 2)
    return {
      code: "state-version",
      message: `the state is of version ${version}, allowed: 3 and 4`,
      fix: 'rewrite it with Terraform 0.11: run "terraform refresh" in the folder of the old code',
    };
  if (member(json, "planned_values") !== undefined || member(json, "resource_changes") !== undefined)
    return {
      code: "state-is-plan",
      message: "the file is what Terraform shows of a plan, not a state",
      fix: howToMake,
    };
  if (member(json, "format_version") !== undefined)
    return member(json, "values") === undefined
      ? { code: "state-without-resources", message: "the state holds no resources", fix: howToMake }
      : shownState(json);
  const found = typeof version === "number" ? `version ${version}` : `the keys ${keysInWords(json)}`;
  return {
    code: typeof version === "number" ? "state-version" : "state-not-a-state",
    message: `the file is neither a state of version 3 or 4 nor the output of "terraform show -json"; it has ${found}`,
    fix: howToMake,
  };
}

function keysInWords(json: Json): string {
  const keys = Object.keys(objectOf(json)).slice(0, 5);
  return keys.length === 0 ? "(none)" : keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ");
}

/** Checks whether a text begins as a JSON object that is never closed. */
function isCutOff(text: string): boolean {
  const start = text.trimStart();
  if (!start.startsWith("{")) return false;
  let depth = 0;
  for (let index = 0; index < start.length; index++) {
    const character = start[index];
    if (character === '"') {
      for (index++; index < start.length && start[index] !== '"'; index++) if (start[index] === "\\") index++;
      if (index >= start.length) return true;
    } else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
  }
  return depth > 0;
}
