import { findCredentials, findPasswordsInUrls } from "../../documents/scripts/credentials";
import { at, textAt, type Value } from "../../review/plan/value";
import type { ResourceInstance, State } from "./state";

/** A shorter text is part of too many words. */
const SHORTEST = 6;

/** What AWS calls its things by. A text that Terraform marks may be no more than that: all that comes from an SSM parameter is marked. */
const identifier = /^(arn:aws[a-z-]*:\S+|(ami|h|lt|sg|snap|subnet|vpc)-[0-9a-f]{8,17}|\d{12}|[a-z]{2}(-[a-z]+)+-\d)$/;
const identities = ["arn", "bucket", "id", "key_id", "name"];

/**
 * What must not get from a state into a file unsaid: every text that Terraform or a provider marks as sensitive, with where it is. What only names
 * something in AWS is none of it, nor is an SSM parameter that is stored in plain text.
 */
export function secretsOf({ resources, sensitiveOutputs }: State): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const resource of resources.filter((each) => !isPlainParameter(each)))
    for (const path of resource.sensitive) take(at(resource.attributes, ...path), placeIn(resource, path), secrets);
  for (const value of sensitiveOutputs) take(value, "a sensitive output", secrets);
  const ofAws = resources.filter(({ type }) => type.startsWith("aws_"));
  const names = new Set(ofAws.flatMap(({ attributes }) => identities.map((name) => textAt(attributes, name))));
  return new Map([...secrets].filter(([secret]) => !identifier.test(secret) && !names.has(secret)));
}

function isPlainParameter({ type, attributes }: ResourceInstance): boolean {
  return type === "aws_ssm_parameter" && textAt(attributes, "type") !== "SecureString";
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
