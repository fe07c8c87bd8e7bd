/**
 * The parts of an ARN, `arn:partition:service:region:account:resource`. Region and account may be empty, the resource may hold colons.
 *
 * Source: AWS General Reference, "Amazon Resource Names".
 */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  /** An account id, or the owner that stands in its place, such as `aws`. */
  readonly account: string;
  readonly resource: string;
}

/** @returns undefined where the text is not an ARN */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...resource] = text.split(":");
  if (prefix !== "arn" || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(":") };
}

/** What follows the account of an ARN, such as `image/base/1.0.0`; a text that is not an ARN as it is. */
export function resourceOf(text: string): string {
  return parseArn(text)?.resource ?? text;
}

/** The name within an ARN whose resource is `type/name/…`; a text without one as it is. */
export function resourceNameOf(text: string): string {
  return parseArn(text)?.resource.split("/")[1] ?? text;
}
