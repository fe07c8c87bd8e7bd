import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { managedImages } from "../../aws/managed-images";
import type { Place } from "../../aws/place";
import { arnName } from "../../aws/resource-name";
import type { ImageDraft } from "./draft";
import { newestOwnImage } from "./image-builder-arn";

type Parent = ImageDraft["parent"];
type Platform = NonNullable<Parent["platform"]>;

/**
 * Translates the parent of an image recipe.
 *
 * @param parentImage the argument of the recipe: an ARN, AMI id, SSM parameter with `ssm:` or AWS Marketplace product id
 * @param images names of the images that are taken over, by the name of their recipe in ARNs
 */
export function parentOf(
  parentImage: string,
  platform: Platform,
  { region, account }: Place,
  images: ReadonlyMap<string, string>,
): Parent {
  const { owner, path = [] } = parseImageBuilderArn(parentImage) ?? {};
  const [name, version] = path;
  if (owner === "aws" && name !== undefined && path.length === 2) {
    const managed = managedImage(name);
    if (managed !== undefined) return { ...managed, ...(version === "x.x.x" ? {} : { version }) };
  }
  const image = newestOwnImage(parentImage, account, images);
  if (image !== undefined) return { image };
  if (parentImage.startsWith("arn:")) return { arn: parentImage, platform };
  if (parentImage.startsWith("ssm:")) return { ssm: parentImage.slice("ssm:".length), platform };
  if (parentImage.startsWith("ami-")) return { amis: { [region]: parentImage }, platform };
  return { marketplace: parentImage, platform };
}

function managedImage(arn: string): Pick<Parent, "os" | "architecture"> | undefined {
  for (const [os, { arnNames }] of Object.entries(managedImages))
    for (const [architecture, name] of Object.entries(arnNames))
      if (name === arnName(arn)) return { os, architecture } as Pick<Parent, "os" | "architecture">;
  return undefined;
}
