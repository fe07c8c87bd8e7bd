/** What the ARN of an image says: `…:image/linux-web/1.0.3/2` is build 2 of version 1.0.3 of linux-web. */
export interface BuildId {
  /** As ARNs write it: in lower case. */
  readonly name: string;
  readonly version: string;
  readonly build: number;
}

/** Undefined where it is not the ARN of one build of an image. */
export function buildIdOf(arn: string): BuildId | undefined {
  const [, name, version, build] =
    /^arn:[^:]+:imagebuilder:[^:]+:[^:]+:image\/([^/]+)\/([\d.]+)\/(\d+)$/.exec(arn) ?? [];
  if (name === undefined || version === undefined || build === undefined) return undefined;
  return { name, version, build: Number(build) };
}

/** `1.0.3/2`, as commands take and print a build. */
export function versionAndBuild(arn: string): string {
  const id = buildIdOf(arn);
  return id === undefined ? arn : `${id.version}/${id.build}`;
}
