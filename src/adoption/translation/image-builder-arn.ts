import { parseArn } from "../../aws/arn";

/** What the ARN of a component, workflow or image of Image Builder names. */
export interface NamedByArn {
  /** An account id, or `aws`. */
  readonly owner: string;
  /** `component`, `image` or `workflow`. */
  readonly type: string;
  /** What follows the type: `[name, version]`, of a workflow `[stage, name, version]`, of a build version one more. */
  readonly path: readonly string[];
}

/** @returns undefined where the text is no ARN of Image Builder */
export function namedByArn(text: string): NamedByArn | undefined {
  const arn = parseArn(text);
  if (arn?.service !== "imagebuilder") return undefined;
  const [type = "", ...path] = arn.resource.split("/");
  return { owner: arn.account, type, path };
}

/**
 * The image that an own recipe becomes in its newest version: the name that an ARN of `account` holds, `undefined` for any other ARN.
 */
export function newestOwnImage(text: string, account: string): string | undefined {
  const { owner, type, path = [] } = namedByArn(text) ?? {};
  const [name, version, ...more] = path;
  return owner === account && type === "image" && version === "x.x.x" && more.length === 0 ? name : undefined;
}
