import { parseArn as parseAnyArn } from "../../src/aws/arn";
import type { Place } from "../../src/aws/place";

export interface ImageBuilderArn {
  readonly region: string;
  /** An account, or `aws` for what AWS manages. */
  readonly owner: string;
  readonly type: string;
  /** Name, then version and build where there are any; a workflow's type comes before its name. */
  readonly path: readonly string[];
}

export function formatArn(place: Place, type: string, ...path: readonly (string | number)[]): string {
  return `arn:${place.partition}:imagebuilder:${place.region}:${place.account}:${[type, ...path].join("/")}`;
}

export function parseArn(text: string): ImageBuilderArn | undefined {
  const arn = parseAnyArn(text);
  const [type = "", ...path] = arn?.resource.split("/") ?? [];
  if (arn?.service !== "imagebuilder" || arn.region === "" || arn.account === "" || path.length === 0) return undefined;
  return { region: arn.region, owner: arn.account, type, path };
}

/** Compares versions number by number; `1.0.10` is newer than `1.0.9`. */
export function compareVersions(a: readonly string[], b: readonly string[]): number {
  const numbers = (path: readonly string[]) => path.join(".").split(".").map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
