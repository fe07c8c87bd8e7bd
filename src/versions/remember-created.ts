import { groupBy } from "../collections/group-by";
import { addressFor, likeness } from "./created-address";
import type { DefinedEnvironment, DefinedResource } from "./defined-environment";
import { type CreatedResource, describeCreated, isDefined, typeOf } from "./environment-entry";

/** Updates the remembered resources of an environment. @param says receives the messages for the user */
export function rememberCreated(
  before: ReadonlyMap<string, CreatedResource>,
  defined: DefinedEnvironment,
  says: string[],
): Map<string, CreatedResource> {
  const after = new Map(before);
  const inStack = new Set<string>();
  const alike = groupBy(before, ([address, { name }]) => likeness(address, name));
  for (const resource of defined.created) {
    const same = alike.get(likeness(resource.address, resource.name)) ?? [];
    const address = addressFor(
      resource,
      before,
      same.filter(([each]) => !inStack.has(each)),
      inStack,
    );
    inStack.add(address);
    const known = before.get(address);
    const status = statusOnDefining(address, resource, known);
    const emptied = defined.onRemoval === "destroy" && canBeDestroyed(address);
    const along = (resource.with ?? []).map((each) => beside(each, resource.address, address));
    after.set(address, { name: resource.name, status, emptied, with: along });
    const what = describeCreated(address, resource);
    if (known === undefined || (status === "recreated" && !isDefined(known))) says.push(`creates ${what}`);
    else if (known.status === "kept" && status === "imported")
      says.push(`imports ${what}, which was removed from the state`);
    else if (known.emptied !== emptied)
      says.push(
        emptied
          ? `destroys ${what}, with its content, once it is no longer defined`
          : `keeps ${what} once it is no longer defined`,
      );
  }
  for (const [address, known] of before) {
    if (inStack.has(address) || !isDefined(known)) continue;
    const what = describeCreated(address, known);
    const destroyed = known.emptied && defined.onRemoval === "destroy";
    after.set(address, { ...known, status: destroyed ? "destroyed" : "kept" });
    says.push(
      destroyed
        ? `destroys ${what}, with all that is in it`
        : defined.onRemoval === "destroy" && canBeDestroyed(address)
          ? `removes ${what} from the state: it stays in AWS, for it was not created with "onRemoval: destroy"`
          : `removes ${what} from the state: it stays in AWS`,
    );
  }
  return after;
}

/** Returns the address of a dependent resource. If its name is that of the main resource, it follows the address of the main resource. */
function beside(along: string, defined: string, address: string): string {
  const label = defined.slice(typeOf(defined).length);
  return along.endsWith(label) ? `${typeOf(along)}${address.slice(typeOf(address).length)}` : along;
}

/** Checks whether a removed definition can destroy the resource. AMIs need their KMS key, and derived images need the record of their parent. */
function canBeDestroyed(address: string): boolean {
  return !["aws_kms_key", "aws_imagebuilder_image"].includes(typeOf(address));
}

function statusOnDefining(
  address: string,
  { name }: DefinedResource,
  known: CreatedResource | undefined,
): CreatedResource["status"] {
  if (known === undefined) return "created";
  if (known.status === "destroyed") return "recreated";
  // A new image is built. The record of the old one is not used any longer.
  if (known.status === "kept") return typeOf(address) === "aws_imagebuilder_image" ? "recreated" : "imported";
  // The alias of a KMS key in the state can change, but an import could not find the key by its new alias.
  return known.name === name ? known.status : "created";
}
