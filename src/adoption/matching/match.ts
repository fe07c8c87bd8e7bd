import { textAt } from "../../review/plan/value";
import { regionsOf } from "../state/region";
import type { ResourceInstance } from "../state/state";
import { identityOf } from "./identity";
import { resolved } from "./resolve";
import type { StackResource } from "./stack";

export interface Matching {
  /** Instances of the state by their address in the stack. */
  readonly found: ReadonlyMap<string, ResourceInstance>;
  /** Resources of the stack that are not in the state. */
  readonly created: readonly StackResource[];
  /** Instances of the state that are not in the stack. */
  readonly left: readonly ResourceInstance[];
}

/**
 * Finds the instance in the state for each resource of a stack, by its identity in AWS and its region. Referenced resources are matched first,
 * because identities can depend on them: a policy attachment is identified by its role, for example.
 */
export function matchStack(resources: readonly StackResource[], state: readonly ResourceInstance[]): Matching {
  const found = new Map<string, ResourceInstance>();
  const left = new Set(state);
  const open = new Set(resources);
  const regionOf = regionsOf(state);
  const isNear = ({ region }: StackResource, instance: ResourceInstance): boolean =>
    region === undefined || (regionOf(instance) ?? region) === region;
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const resource of open) {
      const instance = instanceFor(
        resource,
        resources,
        found,
        [...left].filter((each) => each.type === resource.type && isNear(resource, each)),
      );
      if (instance === undefined) continue;
      found.set(resource.address, instance);
      left.delete(instance);
      open.delete(resource);
    }
  }
  return { found, created: [...open], left: [...left] };
}

/** Finds the instance of a resource. @param candidates instances of the same type, in the same region if they have one */
function instanceFor(
  resource: StackResource,
  resources: readonly StackResource[],
  found: ReadonlyMap<string, ResourceInstance>,
  candidates: readonly ResourceInstance[],
): ResourceInstance | undefined {
  const { type } = resource;
  if (type === "aws_kms_key") return keyBehindAlias(resource, resources, found, candidates);
  const identity = identityOf(type, resolved(resource.arguments, found));
  if (identity === undefined) return undefined;
  return candidates.find(({ attributes }) => identityOf(type, attributes) === identity);
}

/** Finds a KMS key by its alias, because a key has no name of its own. */
function keyBehindAlias(
  { address }: StackResource,
  resources: readonly StackResource[],
  found: ReadonlyMap<string, ResourceInstance>,
  keys: readonly ResourceInstance[],
): ResourceInstance | undefined {
  const alias = resources.find(
    ({ type, arguments: given }) => type === "aws_kms_alias" && String(given.target_key_id).includes(`{${address}.`),
  );
  const instance = alias && found.get(alias.address);
  const keyId = instance && textAt(instance.attributes, "target_key_id");
  return keys.find(({ attributes }) => keyId !== undefined && textAt(attributes, "key_id") === keyId);
}
