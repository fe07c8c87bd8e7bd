import { parseArn } from "./arn";

/**
 * The parts of an ARN of Image Builder, `arn:partition:imagebuilder:region:owner:type/path`.
 *
 * Source: Image Builder API Reference, the patterns of its ARNs.
 */
export interface ImageBuilderArn {
  readonly region: string;
  /** An account, or `aws` for what AWS manages. */
  readonly owner: string;
  /** For example `component` or `image`. */
  readonly type: string;
  /** Name, then version and build where there are any; the type of a workflow comes before its name. */
  readonly path: readonly [name: string, ...more: string[]];
}

/** @returns undefined where the text is not such an ARN */
export function parseImageBuilderArn(text: string): ImageBuilderArn | undefined {
  const { service, region = "", account: owner = "", resource = "" } = parseArn(text) ?? {};
  const [type = "", name = "", ...more] = resource.split("/");
  if (service !== "imagebuilder" || region === "" || owner === "" || name === "") return undefined;
  return { region, owner, type, path: [name, ...more] };
}
