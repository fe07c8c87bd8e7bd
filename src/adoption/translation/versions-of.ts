import { groupBy } from "../../collections/group-by";
import { compareVersions, lineOf, parseVersion } from "../../versions/version";
import { requiredText } from "../state/required";
import type { ResourceInstance } from "../state/state";

/** Groups instances by name into the newest version and older versions. Instances without a complete version are in neither list. */
export function newestOf(instances: readonly ResourceInstance[]): {
  readonly newest: readonly ResourceInstance[];
  readonly older: readonly ResourceInstance[];
} {
  const versioned = instances.filter((instance) => parseVersion(versionOf(instance)) !== undefined);
  const sorted = [...groupBy(versioned, nameOf).values()].map((same) =>
    [...same].sort((a, b) => compareVersions(versionOf(b), versionOf(a))),
  );
  return { newest: sorted.flatMap((same) => same.slice(0, 1)), older: sorted.flatMap((same) => same.slice(1)) };
}

export function nameOf({ attributes }: ResourceInstance): string {
  return requiredText(attributes, "name");
}

export function versionOf({ attributes }: ResourceInstance): string {
  return requiredText(attributes, "version");
}

/** Returns the version line (major.minor) for `version:`. Undefined for the default, 1.0. */
export function lineSetting(version: string): string | undefined {
  const line = lineOf(version);
  return line === "1.0" ? undefined : line;
}
