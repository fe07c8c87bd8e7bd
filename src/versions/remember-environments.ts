import { createHash } from "node:crypto";

import { groupBy } from "../collections/group-by";
import { compareText } from "../problems/problem";
import type { EnvironmentChange } from "./change";
import { type DefinedName, rememberNames } from "./name-history";
import {
  describeMade,
  type EnvironmentEntries,
  type EnvironmentEntry,
  isDefined,
  keyRegion,
  type Made,
  type MadeType,
  type StackRole,
  typeOf,
} from "./environment-entry";

/** What the definition of an environment holds. */
export interface DefinedEnvironment {
  readonly account: string;
  readonly region: string;
  readonly stacks: readonly StackRole[];
  readonly made: readonly DefinedResource[];
  /** Images and containers whose pipelines have workflows of their own. */
  readonly workflows: readonly string[];
  /** Images and containers that are built. */
  readonly built: readonly string[];
  /** Whether it makes its network. */
  readonly network: boolean;
  readonly onRemoval: "keep" | "destroy";
  /** What its components and recipes are called in AWS. */
  readonly names: readonly DefinedName[];
}

export interface DefinedResource {
  /** Where it stands in Terraform unless something else has stood there before. */
  readonly address: string;
  readonly name: string;
  readonly with?: readonly string[];
}

export interface Remembered {
  readonly environments: EnvironmentEntries;
  readonly changes: readonly EnvironmentChange[];
  /** Environments that were moved to another account or region; they are remembered as they were. */
  readonly moved: readonly string[];
  /** Environments that are remembered and not defined any more. */
  readonly gone: readonly string[];
}

/** What the lock remembers of the definitions. Remembering them twice changes nothing. */
export function rememberEnvironments(
  before: EnvironmentEntries,
  defined: ReadonlyMap<string, DefinedEnvironment>,
): Remembered {
  const changes: EnvironmentChange[] = [];
  const moved: string[] = [];
  const environments = new Map(before);
  for (const [name, former] of renamed(before, defined)) {
    const entry = before.get(former);
    if (entry === undefined) continue;
    environments.delete(former);
    environments.set(name, entry);
    changes.push({
      kind: "environment",
      name,
      says: `takes over what "${former}" has made in the same account and region; its state has to come along`,
    });
  }
  for (const [name, each] of defined) {
    const entry = environments.get(name);
    if (entry !== undefined && (entry.account !== each.account || entry.region !== each.region)) {
      moved.push(name);
      continue;
    }
    if (entry === undefined && each.stacks.length === 0) continue; // Nothing of it is deployed.
    const { entry: next, says } = remember(entry, each);
    environments.set(name, next);
    changes.push(...says.map((text) => ({ kind: "environment", name, says: text }) as const));
  }
  const gone = [...environments.keys()].filter((name) => !defined.has(name));
  return { environments, changes, moved, gone };
}

/** New environments by name, each with the one that is gone and had the same place, where that is beyond doubt. */
function renamed(before: EnvironmentEntries, defined: ReadonlyMap<string, DefinedEnvironment>): [string, string][] {
  const placeOf = ({ account, region }: { account: string; region: string }): string => `${account} ${region}`;
  const gone = [...before].filter(([name]) => !defined.has(name));
  const fresh = [...defined].filter(([name, { stacks }]) => !before.has(name) && stacks.length > 0);
  const goneAt = groupBy(gone, ([, entry]) => placeOf(entry));
  const freshAt = groupBy(fresh, ([, each]) => placeOf(each));
  return fresh.flatMap(([name, each]) => {
    const [former, ...others] = goneAt.get(placeOf(each)) ?? [];
    const rivals = freshAt.get(placeOf(each)) ?? [];
    return former === undefined || others.length > 0 || rivals.length > 1 ? [] : [[name, former[0]]];
  });
}

function remember(
  before: EnvironmentEntry | undefined,
  defined: DefinedEnvironment,
): { entry: EnvironmentEntry; says: string[] } {
  const says: string[] = [];
  if (before === undefined) says.push(`is in account ${defined.account} and region ${defined.region}`);
  const made = rememberMade(before?.made ?? new Map(), defined, says);
  const stacks = new Map(before?.stacks);
  for (const [stack, was] of stacks) {
    if (defined.stacks.includes(stack) || was === "emptied") continue;
    stacks.set(stack, "emptied");
    says.push(
      `has nothing left to ${stack === "builder" ? "build" : "receive"}: deploy the stack once more, and what is not let go is destroyed`,
    );
  }
  for (const stack of defined.stacks) stacks.set(stack, "filled");
  const built = new Set(defined.built);
  const had = new Set((before?.workflows ?? []).filter((name) => built.has(name)));
  for (const name of defined.workflows) if (!had.has(name)) says.push(`runs workflows of its own for "${name}"`);
  const workflows = [...new Set([...had, ...defined.workflows])].sort(compareText);
  if (before?.network === true && !defined.network)
    says.push("destroys the network that it made: a build that still runs in it fails");
  if (before?.network !== true && defined.network) says.push("makes its network");
  const { histories: names, says: renames } = rememberNames(before?.names ?? new Map(), defined.names);
  says.push(...renames);
  return {
    entry: {
      account: defined.account,
      region: defined.region,
      stacks,
      made,
      workflows,
      network: defined.network,
      names,
    },
    says,
  };
}

function rememberMade(
  before: ReadonlyMap<string, Made>,
  defined: DefinedEnvironment,
  says: string[],
): Map<string, Made> {
  const after = new Map(before);
  const inStack = new Set<string>();
  const alike = groupBy(before, ([address, { name }]) => likeness(address, name));
  for (const resource of defined.made) {
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
    after.set(address, { name: resource.name, status, emptied, with: resource.with ?? [] });
    const what = describeMade(address, resource);
    if (known === undefined || (status === "remade" && !isDefined(known))) says.push(`makes ${what}`);
    else if (known.status === "kept" && status === "takenBack") says.push(`takes ${what} back: Terraform imports it`);
    else if (known.emptied !== emptied)
      says.push(
        emptied
          ? `destroys ${what}, with its content, once it is no longer defined`
          : `keeps ${what} once it is no longer defined`,
      );
  }
  for (const [address, known] of before) {
    if (inStack.has(address) || !isDefined(known)) continue;
    const what = describeMade(address, known);
    const destroyed = known.emptied && defined.onRemoval === "destroy";
    after.set(address, { ...known, status: destroyed ? "destroyed" : "kept" });
    says.push(
      destroyed
        ? `destroys ${what}, with all that is in it`
        : defined.onRemoval === "destroy" && canBeDestroyed(address)
          ? `lets ${what} go: it stays, for it was not made with "onRemoval: destroy"`
          : `lets ${what} go: it stays in AWS, and Terraform forgets it`,
    );
  }
  return after;
}

/** AMIs need their key, and images that stand on another need its record: an edit of YAML never destroys these. */
function canBeDestroyed(address: string): boolean {
  return !["aws_kms_key", "aws_imagebuilder_image"].includes(typeOf(address));
}

function statusOnDefining(address: string, { name }: DefinedResource, known: Made | undefined): Made["status"] {
  if (known === undefined) return "made";
  if (known.status === "destroyed") return "remade";
  // Another image is built; the record of the one before is nobody's.
  if (known.status === "kept") return typeOf(address) === "aws_imagebuilder_image" ? "remade" : "takenBack";
  // The alias of a key that is in the state can change; by the new one it could not be found for an import.
  return known.name === name ? known.status : "made";
}

/**
 * The address that has this very thing already; else where it would stand, or, where something else has stood there, a place beside it. So nothing
 * is replaced because it has another name.
 *
 * @param same what is left of those before that are like it
 */
function addressFor(
  { address, name }: DefinedResource,
  before: ReadonlyMap<string, Made>,
  same: readonly (readonly [string, Made])[],
  taken: ReadonlySet<string>,
): string {
  const found =
    same.find(([each, made]) => made.name === name && each === address) ??
    same.find(([, made]) => made.name === name) ??
    // The alias of a key in use may change.
    same.find(([, made]) => isDefined(made));
  if (found !== undefined) return found[0];
  return before.has(address) || taken.has(address) ? `${address}-${digest(name)}` : address;
}

/** Equal for what may be the same thing: a key is that of its region, anything else has its name. */
function likeness(address: string, name: string): string {
  return isKey(address) ? `${typeOf(address)} ${keyRegion(address)}` : `${typeOf(address)} ${name}`;
}

function isKey(address: string): boolean {
  return typeOf(address) === "aws_kms_key";
}

function digest(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 8);
}

/** Name in Terraform of what an environment defines, by its type and name; undefined where the lock knows nothing of it. */
export function addressOf(made: ReadonlyMap<string, Made>, type: MadeType, name: string): string | undefined {
  const found = [...made].find(([address, each]) => typeOf(address) === type && each.name === name && isDefined(each));
  return found?.[0].slice(type.length + 1);
}

/** The same for the key of a region. */
export function addressOfKey(made: ReadonlyMap<string, Made>, region: string): string | undefined {
  const found = [...made].find(([address, each]) => isKey(address) && keyRegion(address) === region && isDefined(each));
  return found?.[0].slice("aws_kms_key.".length);
}
