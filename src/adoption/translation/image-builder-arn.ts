import { parseImageBuilderArn } from "../../aws/image-builder-arn";

/**
 * The image that an own recipe becomes in its newest version: the name that an ARN of `account` holds, `undefined` for any other ARN.
 */
export function newestOwnImage(text: string, account: string): string | undefined {
  const { owner, type, path = [] } = parseImageBuilderArn(text) ?? {};
  const [name, version, ...more] = path;
  return owner === account && type === "image" && version === "x.x.x" && more.length === 0 ? name : undefined;
}
