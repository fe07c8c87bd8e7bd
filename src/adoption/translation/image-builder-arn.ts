import { parseImageBuilderArn } from "../../aws/image-builder-arn";

/**
 * Returns the name in an ARN of the newest version of an image in `account` (`image/<name>/x.x.x`), or undefined for any other ARN.
 */
export function newestOwnImage(text: string, account: string): string | undefined {
  const { owner, type, path = [] } = parseImageBuilderArn(text) ?? {};
  const [name, version, ...more] = path;
  return owner === account && type === "image" && version === "x.x.x" && more.length === 0 ? name : undefined;
}
