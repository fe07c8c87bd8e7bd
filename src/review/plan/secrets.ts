import { findCredentials, findPasswordsInUrls } from "../../documents/scripts/credentials";
import { arrayOf, type Json, member, objectOf } from "./json";

/** Text shown in place of a secret. */
const HIDDEN = "(sensitive)";

/**
 * Minimum length of secrets that are hidden within longer texts. A shorter secret such as `prod` is part of too many words, so it is hidden
 * only if it is the whole text.
 */
const SHORTEST_PART = 8;
const SHORTEST_WHOLE = 4;

/** Replaces known secrets in a text. */
export type Redact = (text: string) => string;

/**
 * Returns all values that Terraform marks as sensitive anywhere in a plan. The marks belong to attributes: Terraform itself shows a secret
 * that was copied into an unmarked attribute.
 */
export function sensitiveValues(plan: Json): ReadonlySet<string> {
  const secrets = new Set<string>();
  const take = (value: Json, mask: Json): void => {
    collect(value, mask, secrets);
  };
  const changes = [
    ...arrayOf(plan, "resource_changes"),
    ...arrayOf(plan, "resource_drift"),
    ...arrayOf(plan, "deferred_changes").map((deferred) => member(deferred, "resource_change")),
  ].map((change) => member(change, "change"));
  for (const change of [...changes, ...Object.values(objectOf(plan, "output_changes"))]) {
    take(member(change, "before"), member(change, "before_sensitive"));
    take(member(change, "after"), member(change, "after_sensitive"));
  }
  for (const state of [member(plan, "prior_state", "values"), member(plan, "planned_values")]) {
    takeModule(member(state, "root_module"), take);
    for (const output of Object.values(objectOf(state, "outputs")))
      take(member(output, "value"), member(output, "sensitive"));
  }
  const root = member(plan, "configuration", "root_module");
  for (const [name, variable] of Object.entries(objectOf(root, "variables"))) {
    take(member(plan, "variables", name, "value"), member(variable, "sensitive"));
  }
  takeVariables(root, take);
  for (const invocation of [...arrayOf(plan, "action_invocations"), ...arrayOf(plan, "deferred_action_invocations")])
    take(member(invocation, "config_values"), member(invocation, "config_sensitive"));
  return secrets;
}

function takeModule(module: Json, take: (value: Json, mask: Json) => void): void {
  for (const resource of arrayOf(module, "resources"))
    take(member(resource, "values"), member(resource, "sensitive_values"));
  for (const child of arrayOf(module, "child_modules")) takeModule(child, take);
}

/** Collects the defaults of sensitive variables and the values that modules receive for them. */
function takeVariables(module: Json, take: (value: Json, mask: Json) => void): void {
  for (const variable of Object.values(objectOf(module, "variables")))
    take(member(variable, "default"), member(variable, "sensitive"));
  for (const call of Object.values(objectOf(module, "module_calls"))) {
    const variables = objectOf(call, "module", "variables");
    for (const [name, variable] of Object.entries(variables))
      take(member(call, "expressions", name, "constant_value"), member(variable, "sensitive"));
    takeVariables(member(call, "module"), take);
  }
}

function collect(value: Json, mask: Json, secrets: Set<string>): void {
  if (mask === true) {
    collectAll(value, secrets);
    return;
  }
  if (Array.isArray(mask))
    arrayOf(value).forEach((each, index) => {
      collect(each, mask[index], secrets);
    });
  else for (const key of Object.keys(objectOf(mask))) collect(member(value, key), member(mask, key), secrets);
}

function collectAll(value: Json, secrets: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) collectAll(each, secrets);
    return;
  }
  if (typeof value !== "string" && typeof value !== "number") return;
  const text = String(value);
  if (text.length < SHORTEST_WHOLE) return;
  secrets.add(text);
  // One line of a key or certificate is already a secret.
  for (const line of text.split("\n")) if (line.trim().length >= 2 * SHORTEST_PART) secrets.add(line.trim());
}

/** Returns a function that hides the given secrets, also if encoded as JSON, URL or Base64, and texts with the form of a credential. */
export function redactor(secrets: ReadonlySet<string>): Redact {
  const whole = new Set<string>();
  const parts = new Map<string, Set<string>>();
  for (const secret of secrets)
    for (const form of formsOf(secret)) {
      whole.add(form);
      if (form.length < SHORTEST_PART) continue;
      const start = form.slice(0, SHORTEST_PART);
      const known = parts.get(start);
      if (known === undefined) parts.set(start, new Set([form]));
      else known.add(form);
    }
  // Longest first: if one secret begins with another, the whole is hidden.
  const sorted = new Map([...parts].map(([start, forms]) => [start, [...forms].sort((a, b) => b.length - a.length)]));
  return (text) => {
    if (whole.has(text)) return HIDDEN;
    return withoutCredentials(sorted.size === 0 ? text : withoutParts(text, sorted));
  };
}

function formsOf(secret: string): string[] {
  if (secret.length < SHORTEST_PART) return [secret];
  const base64 = Buffer.from(secret).toString("base64");
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponentSafely(secret),
    base64,
    base64.replace(/=+$/, ""),
    // Base64 of the secret within a longer text, without the characters that it shares with neighbouring text.
    ...[1, 2].map((shift) => {
      const encoded = Buffer.from(" ".repeat(shift) + secret).toString("base64");
      return encoded.slice(shift === 1 ? 2 : 3, -4);
    }),
    base64.slice(0, -4),
  ].filter((form, index) => index === 0 || form.length >= SHORTEST_PART);
}

/** Encodes a text for URLs; returns it unchanged if it contains an unpaired surrogate. */
function encodeURIComponentSafely(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutParts(text: string, parts: ReadonlyMap<string, readonly string[]>): string {
  let result = "";
  let from = 0;
  for (let index = 0; index + SHORTEST_PART <= text.length; index++) {
    const forms = parts.get(text.slice(index, index + SHORTEST_PART));
    const found = forms?.find((form) => text.startsWith(form, index));
    if (found === undefined) continue;
    result += text.slice(from, index) + HIDDEN;
    from = index + found.length;
    index = from - 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Pattern without which a text contains no credential; it avoids the slow search for most texts. */
const maybeCredential =
  /:\/\/|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|npm_|k_live_|AIza|AKIA|ASIA|aws_secret|AWS_SECRET|PRIVATE KEY/;

function withoutCredentials(text: string): string {
  if (!maybeCredential.test(text)) return text;
  const found = [...findCredentials(text), ...findPasswordsInUrls(text)].sort((a, b) => b.offset - a.offset);
  return found.reduce((rest, { offset, length }) => rest.slice(0, offset) + HIDDEN + rest.slice(offset + length), text);
}
