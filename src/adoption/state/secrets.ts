import { findCredentials, findPasswordsInUrls } from "../../documents/scripts/credentials";
import { at, type Value } from "../../review/plan/value";
import type { ResourceInstance, State } from "./state";

/** A shorter text is part of too many words. */
const SHORTEST = 6;

/** What must not get from a state into a file unsaid: every text that Terraform or a provider marks as sensitive, with where it is. */
export function secretsOf({ resources, sensitiveOutputs }: State): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const resource of resources)
    for (const path of resource.sensitive) take(at(resource.attributes, ...path), placeIn(resource, path), secrets);
  for (const value of sensitiveOutputs) take(value, "a sensitive output", secrets);
  return secrets;
}

/** What of a text is secret, in words that do not hold it. */
export function secretsIn(text: string, secrets: ReadonlyMap<string, string>): string[] {
  return [
    ...[...secrets].filter(([secret]) => text.includes(secret)).map(([, place]) => `the value of ${place}`),
    ...[...findCredentials(text), ...findPasswordsInUrls(text)].map(({ kind }) => kind),
  ];
}

function placeIn({ address }: ResourceInstance, path: readonly (string | number)[]): string {
  return `${address}, ${path.join(".")}`;
}

function take(value: Value, place: string, secrets: Map<string, string>): void {
  if (typeof value === "string") {
    if (value.length >= SHORTEST) secrets.set(value, place);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value) as readonly Value[]) take(each, place, secrets);
  }
}
