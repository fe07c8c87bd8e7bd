import type { Place } from "../../src/aws/place";

export function formatArn(place: Place, type: string, ...path: readonly (string | number)[]): string {
  return `arn:${place.partition}:imagebuilder:${place.region}:${place.account}:${[type, ...path].join("/")}`;
}

/** Compares versions numerically; `1.0.10` is newer than `1.0.9`. */
export function compareVersions(a: readonly string[], b: readonly string[]): number {
  const numbers = (path: readonly string[]) => path.join(".").split(".").map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
