import { groupBy } from "../collections/group-by";
import { compareText } from "../problems/problem";
import type { EnvironmentChange } from "./change";
import type { DefinedEnvironment } from "./defined-environment";
import type { EnvironmentEntries, EnvironmentEntry } from "./environment-entry";
import { rememberNames } from "./name-history";
import { rememberCreated } from "./remember-created";

export interface Remembered {
  readonly environments: EnvironmentEntries;
  readonly changes: readonly EnvironmentChange[];
  /** Environments whose account or region has changed. Their entries stay unchanged. */
  readonly moved: readonly string[];
  /** Remembered environments that are no longer defined. */
  readonly gone: readonly string[];
}

/** Updates the remembered environments from the definitions. Idempotent. */
export function rememberEnvironments(
  before: EnvironmentEntries,
  defined: ReadonlyMap<string, DefinedEnvironment>,
): Remembered {
  const changes: EnvironmentChange[] = [];
  const moved: string[] = [];
  const environments = new Map(before);
  for (const [name, [former, entry]] of renamed(before, defined)) {
    environments.delete(former);
    environments.set(name, entry);
    changes.push({
      kind: "environment",
      name,
      says: `takes over what "${former}" has created in the same account and region; its state has to come along`,
    });
  }
  for (const [name, each] of defined) {
    const entry = environments.get(name);
    if (entry !== undefined && (entry.account !== each.account || entry.region !== each.region)) {
      moved.push(name);
      continue;
    }
    if (entry === undefined && each.stacks.length === 0) continue; // The environment deploys nothing.
    const { entry: next, says } = remember(entry, each);
    environments.set(name, next);
    changes.push(...says.map((text) => ({ kind: "environment", name, says: text }) as const));
  }
  const gone = [...environments.keys()].filter((name) => !defined.has(name));
  return { environments, changes, moved, gone };
}

/** Returns new environments with the missing environment of the same account and region, if there is exactly one of each. */
function renamed(
  before: EnvironmentEntries,
  defined: ReadonlyMap<string, DefinedEnvironment>,
): [string, [string, EnvironmentEntry]][] {
  const placeOf = ({ account, region }: { account: string; region: string }): string => `${account} ${region}`;
  const gone = [...before].filter(([name]) => !defined.has(name));
  const fresh = [...defined].filter(([name, { stacks }]) => !before.has(name) && stacks.length > 0);
  const goneAt = groupBy(gone, ([, entry]) => placeOf(entry));
  const freshAt = groupBy(fresh, ([, each]) => placeOf(each));
  return [...freshAt].flatMap(([place, [[name], ...rivals]]) => {
    const [former, ...others] = goneAt.get(place) ?? [];
    return former === undefined || others.length > 0 || rivals.length > 0 ? [] : [[name, former]];
  });
}

function remember(
  before: EnvironmentEntry | undefined,
  defined: DefinedEnvironment,
): { entry: EnvironmentEntry; says: string[] } {
  const says: string[] = [];
  if (before === undefined) says.push(`is in account ${defined.account} and region ${defined.region}`);
  const created = rememberCreated(before?.created ?? new Map(), defined, says);
  const stacks = new Map(before?.stacks);
  for (const [stack, was] of stacks) {
    if (defined.stacks.includes(stack) || was === "emptied") continue;
    stacks.set(stack, "emptied");
    says.push(
      `has nothing left to ${stack === "builder" ? "build" : "receive"}: deploy the stack once more, and what Terraform still manages is destroyed`,
    );
  }
  for (const stack of defined.stacks) stacks.set(stack, "filled");
  const built = new Set(defined.built);
  const had = new Set(before?.workflows.filter((name) => built.has(name)));
  for (const name of defined.workflows) if (!had.has(name)) says.push(`runs workflows of its own for "${name}"`);
  const workflows = [...new Set([...had, ...defined.workflows])].sort(compareText);
  if (before?.network === true && !defined.network)
    says.push("destroys the network that it created: a build that still runs in it fails");
  if (before?.network !== true && defined.network) says.push("creates its network");
  const { histories: names, says: renames } = rememberNames(before?.names ?? new Map(), defined.names);
  says.push(...renames);
  return {
    entry: {
      account: defined.account,
      region: defined.region,
      stacks,
      created,
      workflows,
      network: defined.network,
      names,
    },
    says,
  };
}
