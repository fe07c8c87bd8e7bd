import { parseImageBuilderArn } from "../../aws/image-builder-arn";

/**
 * Returns the definition that an ARN of the newest version of an image in `account` (`image/<name>/x.x.x`) stands for, or undefined for any
 * other ARN.
 *
 * @param names names of definitions by the names of their recipes in ARNs
 */
export function newestOwnImage(text: string, account: string, names: ReadonlyMap<string, string>): string | undefined {
  const { owner, type, path = [] } = parseImageBuilderArn(text) ?? {};
  const [name, version, ...more] = path;
  const isNewest = name !== undefined && version === "x.x.x" && more.length === 0;
  return isNewest && owner === account && type === "image" ? names.get(name) : undefined;
}
