import { parseImageBuilderArn } from "../../aws/image-builder-arn";

/** What the ARN of an image says: `…:image/linux-web/1.0.3/2` is build 2 of version 1.0.3 of linux-web. */
export interface BuildId {
  /** As ARNs write it: in lower case. */
  readonly name: string;
  readonly version: string;
  readonly build: number;
}

/** Undefined where it is not the ARN of one build of an image. */
export function buildIdOf(arn: string): BuildId | undefined {
  const { type, path: [name, version = "", build = "", ...more] = [] } = parseImageBuilderArn(arn) ?? {};
  if (type !== "image" || name === undefined || more.length > 0) return undefined;
  return /^[\d.]+$/.test(version) && /^\d+$/.test(build) ? { name, version, build: Number(build) } : undefined;
}

/** `1.0.3/2`, as commands take and print a build. */
export function versionAndBuild(arn: string): string {
  const id = buildIdOf(arn);
  return id === undefined ? arn : `${id.version}/${id.build}`;
}
