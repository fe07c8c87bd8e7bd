import { parseArn } from "./arn";

/**
 * The parts of an Image Builder ARN, `arn:partition:imagebuilder:region:owner:type/path`.
 *
 * Source: Image Builder API Reference, the patterns of its ARNs.
 */
export interface ImageBuilderArn {
  readonly region: string;
  /** An account id, or `aws` for resources that AWS manages. */
  readonly owner: string;
  /** The resource type, for example `component` or `image`. */
  readonly type: string;
  /** The name, then the version and build version if present. The path of a workflow begins with its type. */
  readonly path: readonly [name: string, ...more: string[]];
}

/** Splits an Image Builder ARN into its parts. @returns undefined if the text is absent or not an Image Builder ARN */
export function parseImageBuilderArn(text: string | undefined): ImageBuilderArn | undefined {
  const { service, region = "", account: owner = "", resource = "" } = parseArn(text) ?? {};
  const [type = "", name = "", ...more] = resource.split("/");
  if (service !== "imagebuilder" || region === "" || owner === "" || name === "") return undefined;
  return { region, owner, type, path: [name, ...more] };
}
