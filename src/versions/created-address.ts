import type { DefinedResource } from "./defined-environment";
import { shortDigest } from "./digest";
import { type CreatedResource, type CreatedType, isDefined, keyRegion, typeOf } from "./environment-entry";

/**
 * The address that has this very thing already; else where it would stand, or, where something else has stood there, a place beside it. So nothing
 * is replaced because it has another name.
 *
 * @param same what is left of those before that are like it
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
    // The alias of a key in use may change.
    same.find(([, created]) => isDefined(created));
  if (found !== undefined) return found[0];
  return before.has(address) || taken.has(address) ? `${address}-${shortDigest(name)}` : address;
}

/** Equal for what may be the same thing: a key is that of its region, anything else has its name. */
export function likeness(address: string, name: string): string {
  return isKey(address) ? `${typeOf(address)} ${keyRegion(address)}` : `${typeOf(address)} ${name}`;
}

function isKey(address: string): boolean {
  return typeOf(address) === "aws_kms_key";
}

/** Name in Terraform of what an environment defines, by its type and name; undefined where the lock knows nothing of it. */
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

/** The same for the key of a region. */
export function addressOfKey(created: ReadonlyMap<string, CreatedResource>, region: string): string | undefined {
  const found = [...created].find(
    ([address, each]) => isKey(address) && keyRegion(address) === region && isDefined(each),
  );
  return found?.[0].slice("aws_kms_key.".length);
}
