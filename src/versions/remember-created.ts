import { groupBy } from "../collections/group-by";
import { addressFor, likeness } from "./created-address";
import type { DefinedEnvironment, DefinedResource } from "./defined-environment";
import { type CreatedResource, describeCreated, isDefined, typeOf } from "./environment-entry";

/** @param says takes what a user is told */
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

/** Where something stands that goes along: what has the label of the thing itself has that of its place. */
function beside(along: string, defined: string, address: string): string {
  const label = defined.slice(typeOf(defined).length);
  return along.endsWith(label) ? `${typeOf(along)}${address.slice(typeOf(address).length)}` : along;
}

/** AMIs need their key, and images that stand on another need its record: an edit of YAML never destroys these. */
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
  // Another image is built; the record of the one before is nobody's.
  if (known.status === "kept") return typeOf(address) === "aws_imagebuilder_image" ? "recreated" : "imported";
  // The alias of a key that is in the state can change; by the new one it could not be found for an import.
  return known.name === name ? known.status : "created";
}
