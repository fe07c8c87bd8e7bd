import type { DefinedResource } from "./defined-environment";
import { shortDigest } from "./digest";
import { type CreatedResource, type CreatedType, isDefined, keyRegion, typeOf } from "./environment-entry";

/**
 * Suffix of the address at which Terraform forgets a resource. It cannot change: the state of an interrupted apply may contain such an address, and
 * Terraform would destroy a resource that no block of the stack mentions.
 */
export const forgottenSuffix = "__let-go";

/**
 * Returns the address of a resource: its remembered address, otherwise its default address, or an address with a digest if another resource had the
 * default address before. Thus, a new name never replaces a resource.
 *
 * @param same remembered resources that can be the same resource and have not been matched yet
 */
export function addressFor(
  { address, name }: DefinedResource,
  before: ReadonlyMap<string, CreatedResource>,
  same: readonly (readonly [string, CreatedResource])[],
  taken: ReadonlySet<string>,
): string {
  const found =
    same.find(([each, created]) => created.name === name && each === address) ??
    same.find(([, created]) => created.name === name) ??
    // The alias of a KMS key in use can change.
    same.find(([, created]) => isDefined(created));
  if (found !== undefined) return found[0];
  return before.has(address) || taken.has(address) ? `${address}-${shortDigest(name)}` : address;
}

/** Returns a text that is equal for resources that can be the same: KMS keys of a region, and other resources with the same name. */
export function likeness(address: string, name: string): string {
  return isKey(address) ? `${typeOf(address)} ${keyRegion(address)}` : `${typeOf(address)} ${name}`;
}

function isKey(address: string): boolean {
  return typeOf(address) === "aws_kms_key";
}

/** Returns the name in Terraform of a resource by its type and name. Undefined if the lock does not contain it. */
export function addressOf(
  created: ReadonlyMap<string, CreatedResource>,
  type: CreatedType,
  name: string,
): string | undefined {
  const found = [...created].find(
    ([address, each]) => typeOf(address) === type && each.name === name && isDefined(each),
  );
  return found?.[0].slice(type.length + 1);
}

/** Returns the name in Terraform of the KMS key of a region. Undefined if the lock does not contain it. */
export function addressOfKey(created: ReadonlyMap<string, CreatedResource>, region: string): string | undefined {
  const found = [...created].find(
    ([address, each]) => isKey(address) && keyRegion(address) === region && isDefined(each),
  );
  return found?.[0].slice("aws_kms_key.".length);
}
