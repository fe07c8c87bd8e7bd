import { findCredentials, findPasswordsInUrls } from "../../documents/scripts/credentials";
import { at, textAt, type Value } from "../../review/plan/value";
import type { ResourceInstance, State } from "./state";

/** Minimum length of a secret, in characters. Shorter texts are part of too many words. */
const SHORTEST = 6;

/** Identifiers of AWS. Such a text is no secret even if Terraform marks it, because Terraform marks everything that comes from SSM parameters. */
const identifier = /^(arn:aws[a-z-]*:\S+|(ami|h|lt|sg|snap|subnet|vpc)-[0-9a-f]{8,17}|\d{12}|[a-z]{2}(-[a-z]+)+-\d)$/;
const identities = ["arn", "bucket", "id", "key_id", "name"];

/**
 * Returns the texts that Terraform or a provider marks as sensitive, each with its place in the state. An adoption must not write them to files
 * without a message. Identifiers of AWS resources and SSM parameters in plain text are not included.
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

/** Describes the secrets that a text contains, without their values. */
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
    // Terraform marks a whole set of parameters if one value in it is sensitive, with their names.
    const { name, ...others } = value as Readonly<Record<string, Value>>;
    const isParameter = name !== undefined && "value" in others;
    for (const each of Object.values(isParameter ? others : value) as readonly Value[]) take(each, place, secrets);
  }
}
