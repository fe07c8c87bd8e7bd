import { textAt } from "../../review/plan/value";
import { compareVersions, lineOf, parseVersion } from "../../versions/version";
import type { ResourceInstance } from "../state/state";

/** Groups instances by name into the newest version and older versions. Instances without a complete version are in neither list. */
export function newestOf(instances: readonly ResourceInstance[]): {
  readonly newest: readonly ResourceInstance[];
  readonly older: readonly ResourceInstance[];
} {
  const byName = new Map<string, ResourceInstance[]>();
  for (const instance of instances.filter(({ attributes }) => parseVersion(textAt(attributes, "version") ?? "")))
    byName.set(nameOf(instance), [...(byName.get(nameOf(instance)) ?? []), instance]);
  const sorted = [...byName.values()].map((same) => same.sort((a, b) => compareVersions(versionOf(b), versionOf(a))));
  return { newest: sorted.flatMap((same) => same.slice(0, 1)), older: sorted.flatMap((same) => same.slice(1)) };
}

export function nameOf({ attributes }: ResourceInstance): string {
  return textAt(attributes, "name") ?? "";
}

export function versionOf({ attributes }: ResourceInstance): string {
  return textAt(attributes, "version") ?? "";
}

/** Returns the version line (major.minor) for `version:`. Undefined for the default, 1.0. */
export function lineSetting(version: string): string | undefined {
  const line = lineOf(version);
  return line === "1.0" ? undefined : line;
}
