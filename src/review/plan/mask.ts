import { arrayOf, type Json, member, objectOf } from "./json";
import type { Redact } from "./secrets";
import { SENSITIVE, UNKNOWN, type Value } from "./value";

/** What is hidden in a plan. */
export interface Masking {
  readonly redact: Redact;
  /** Whether user data is shown. It often contains secrets. */
  readonly showUserData: boolean;
}

/** Names of attributes that are hidden even if the provider does not mark them as sensitive. */
const secretNames =
  /^(.*_)?(password|secret|secret_string|secret_binary|private_key|private_key_pem|access_key|secret_key|token|auth_token|client_secret|connection_string)$/;
const userData = /^(user_data|user_data_base64|user_data_override|user_data_uncompressed)$/;

/** Returns a value of the plan with sensitive parts hidden. Every value of the plan passes through this function. */
export function maskedValue(value: Json, sensitive: Json, unknown: Json, masking: Masking): Value {
  if (unknown === true) return UNKNOWN;
  if (sensitive === true) return value === null || value === undefined ? null : SENSITIVE;
  if (Array.isArray(value)) {
    const sensitives = arrayOf(sensitive);
    const unknowns = arrayOf(unknown);
    return value.map((each, index) => maskedValue(each, sensitives[index], unknowns[index], masking));
  }
  if (typeof value === "string") return masking.redact(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  // Terraform omits unknown members from `after`; only the mask contains them.
  const names = new Set([...Object.keys(objectOf(value)), ...Object.keys(objectOf(unknown))]);
  if (value === null || value === undefined) {
    if (names.size === 0) return null;
    if (![...names].some((name) => holdsTrue(member(unknown, name)))) return null;
  }
  const members: Record<string, Value> = {};
  for (const name of names) {
    const each = member(value, name);
    const isSecret = isSecretName(name, masking) && isText(each);
    const shown = isSecret ? SENSITIVE : maskedValue(each, member(sensitive, name), member(unknown, name), masking);
    Object.defineProperty(members, masking.redact(name), { value: shown, enumerable: true, configurable: true });
  }
  return members;
}

/** Checks whether an attribute of this name is always hidden. */
function isSecretName(name: string, { showUserData }: Masking): boolean {
  return secretNames.test(name) || (!showUserData && userData.test(name));
}

function isText(value: Json): boolean {
  return typeof value === "string" && value !== "";
}

/** Checks whether a mask marks any part of a value. */
export function holdsTrue(mask: Json): boolean {
  if (mask === true) return true;
  return typeof mask === "object" && mask !== null && Object.values(mask).some(holdsTrue);
}
