/**
 * The parts of an ARN, `arn:partition:service:region:account:resource`. Region and account can be empty, and the resource can contain colons.
 *
 * Source: AWS General Reference, "Amazon Resource Names".
 */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  /** An account id, or the owner in its place, such as `aws`. */
  readonly account: string;
  readonly resource: string;
}

/** Splits an ARN into its parts. @returns undefined if the text is absent or not an ARN */
export function parseArn(text: string | undefined): Arn | undefined {
  const [prefix, partition, service, region, account, ...resource] = text?.split(":") ?? [];
  if (prefix !== "arn" || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(":") };
}

/** Returns the resource part of an ARN, such as `image/base/1.0.0`. Returns any other text unchanged. */
export function resourceOf(text: string): string {
  return parseArn(text)?.resource ?? text;
}

/** Returns the name from an ARN whose resource is `type/name/…`. Returns any other text unchanged. */
export function resourceNameOf(text: string): string {
  return parseArn(text)?.resource.split("/")[1] ?? text;
}
