import type { VersionChange } from "./change";
import { currentIn, type Entry } from "./entry";
import type { Subject } from "./subject";

/**
 * Returns the version changes of a subject. Environments with the same change for the same reason are combined.
 */
export function versionChanges(
  { kind, name, why }: Subject,
  before: Entry,
  given: ReadonlyMap<string, string>,
): VersionChange[] {
  const steps = new Map<string, VersionChange & { readonly environments: string[] }>();
  const add = (environment: string, from: string | undefined, to: string | undefined, reason: string): void => {
    const key = JSON.stringify([from, to, reason]);
    const step = steps.get(key);
    if (step === undefined) steps.set(key, { kind, name, environments: [environment], from, to, why: reason });
    else step.environments.push(environment);
  };
  for (const [environment, to] of given) {
    const from = currentIn(before, environment);
    if (from !== to) add(environment, from, to, why(environment));
  }
  for (const [environment, from] of typeof before.current === "object" ? before.current : [])
    if (!given.has(environment)) add(environment, from, undefined, "no longer used there");
  return [...steps.values()].map((step) =>
    step.environments.length === given.size && step.to !== undefined ? { ...step, environments: [] } : step,
  );
}
