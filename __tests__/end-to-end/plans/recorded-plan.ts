import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Part {
  readonly gone: readonly string[];
  readonly changed: readonly Addressed[];
}

interface Addressed {
  readonly address: string;
}

/** A recorded plan: only the differences from the plan of the same base without a change. */
export interface RecordedPlan {
  readonly base: string;
  readonly resource_changes: Part;
  readonly resource_drift: Part;
  /** Resources of the configuration's root module. */
  readonly resources: Part;
  readonly rest: Readonly<Record<string, unknown>>;
}

export const recordedPlans = join(__dirname, "..", "..", "fixtures", "plans");

/** Returns the recorded plan of a scenario in the format of `terraform show -json`. */
export function recordedPlan(name: string): Record<string, unknown> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(recordedPlans, `${file}.json`), "utf8"));
  const recorded = read(name) as RecordedPlan | Record<string, unknown>;
  return isPacked(recorded) ? unpackPlan(recorded, read(recorded.base) as Record<string, unknown>) : recorded;
}

function isPacked(recorded: RecordedPlan | Record<string, unknown>): recorded is RecordedPlan {
  return "rest" in recorded;
}

export function unpackPlan(recorded: RecordedPlan, base: Record<string, unknown>): Record<string, unknown> {
  const { rest, resource_changes: changes, resource_drift: drift, resources } = recorded;
  const code = rest.configuration as { readonly root_module: object };
  const baseCode = base.configuration as { readonly root_module: { readonly resources?: unknown } };
  return {
    ...rest,
    resource_changes: whole(changes, base.resource_changes),
    resource_drift: whole(drift, base.resource_drift),
    configuration: {
      ...code,
      root_module: { ...code.root_module, resources: whole(resources, baseCode.root_module.resources) },
    },
  };
}

function whole({ gone, changed }: Part, base: unknown): readonly Addressed[] {
  const now = new Map(withAddress(base).map((each) => [each.address, each]));
  for (const address of gone) now.delete(address);
  for (const each of changed) now.set(each.address, each);
  return [...now.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

export function withAddress(value: unknown): readonly Addressed[] {
  return Array.isArray(value) ? (value as readonly Addressed[]) : [];
}
