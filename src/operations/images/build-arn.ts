import { parseImageBuilderArn } from "../../aws/image-builder-arn";

/** The parts of a build's ARN: `…:image/linux-web/1.0.3/2` is build 2 of version 1.0.3 of linux-web. */
export interface BuildId {
  /** Name of the image in lower case, as ARNs contain it. */
  readonly name: string;
  readonly version: string;
  readonly build: number;
}

/** Parses the ARN of one build of an image. Returns undefined for any other ARN. */
export function buildIdOf(arn: string): BuildId | undefined {
  const { type, path: [name, version = "", build = "", ...more] = [] } = parseImageBuilderArn(arn) ?? {};
  if (type !== "image" || name === undefined || more.length > 0) return undefined;
  return /^[\d.]+$/.test(version) && /^\d+$/.test(build) ? { name, version, build: Number(build) } : undefined;
}

/** Returns version and build number of an ARN as commands read and print them, e.g. `1.0.3/2`; the ARN itself if it is not that of a build. */
export function versionAndBuild(arn: string): string {
  const id = buildIdOf(arn);
  return id === undefined ? arn : `${id.version}/${id.build}`;
}
