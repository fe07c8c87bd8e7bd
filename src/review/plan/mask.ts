import { arrayOf, type Json, member, objectOf } from "./json";
import type { Redact } from "./secrets";
import { SENSITIVE, UNKNOWN, type Value } from "./value";

export interface Masking {
  readonly redact: Redact;
  /** Whether user data may be shown; it is often how secrets get into an instance. */
  readonly showUserData: boolean;
}

/** Attributes that hold a secret by their name alone, whatever the provider marks. */
const secretNames =
  /^(.*_)?(password|secret|secret_string|secret_binary|private_key|private_key_pem|access_key|secret_key|token|auth_token|client_secret|connection_string)$/;
const userData = /^(user_data|user_data_base64|user_data_override|user_data_uncompressed)$/;

/** A value of the plan with everything hidden that may not be shown; the only way from a plan into the model. */
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
  // Terraform leaves unknown members out of `after`; only their mask tells of them.
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

/** Whether nothing of an attribute of this name is shown. */
function isSecretName(name: string, { showUserData }: Masking): boolean {
  return secretNames.test(name) || (!showUserData && userData.test(name));
}

function isText(value: Json): boolean {
  return typeof value === "string" && value !== "";
}

/** Whether a mask marks anything. */
export function holdsTrue(mask: Json): boolean {
  if (mask === true) return true;
  return typeof mask === "object" && mask !== null && Object.values(mask).some(holdsTrue);
}
