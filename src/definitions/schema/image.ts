import { z } from "zod";

import { amiIdPattern, amiIdShape } from "../../aws/ami-id";
import { maxUserDataBytes } from "../../aws/limits";
import { managedImageNames } from "../../aws/managed-images";
import { productIdPattern } from "../../aws/product-id";
import { ssmParameterPattern, ssmParameterShape } from "../../aws/ssm-parameter";
import type { ImageParent } from "../../model/parent";
import { architecture, arn, description, name, platform, tags, versionReference } from "./common";
import { components } from "./components";
import { exactlyOne, noneGiven } from "./exactly-one";
import { amiLookUp } from "./look-up";
import { enhancedMetadata, tests, versionLine, workingDirectory } from "./recipe";
import { device, volume } from "./volume";
import { workflows } from "./workflows";

const writtenParent = z
  .strictObject({
    os: z
      .enum(managedImageNames)
      .optional()
      .describe("A managed image of AWS, by name; Image Builder follows its newest version."),
    ssm: z
      .string()
      .regex(ssmParameterPattern, ssmParameterShape)
      .optional()
      .describe("An SSM parameter that holds an AMI id; read at each build."),
    amis: z
      .record(z.string(), z.string().regex(amiIdPattern, amiIdShape))
      .optional()
      .describe("AMI ids by region, e.g. us-east-1: ami-0123456789abcdef0."),
    ami: amiLookUp
      .optional()
      .describe(
        "The newest AMI that matches when Terraform plans. The recipe uses it when it gets a new version; a newer AMI alone causes no new version.",
      ),
    image: name.optional().describe("Another image of this project; its newest build is the parent."),
    arn: arn.optional().describe("The ARN of any image of Image Builder, with x.x.x for its newest version."),
    marketplace: z
      .string()
      .regex(productIdPattern, "a product id of AWS Marketplace: prod- and letters and digits, or a UUID")
      .optional()
      .describe("A product of AWS Marketplace that the account has subscribed to, by product id."),
    architecture: architecture
      .optional()
      .describe(
        "Needed for `os`, and a condition for `ami`; otherwise only used to check instance types. Default: what `image` says.",
      ),
    platform: platform
      .optional()
      .describe("Needed for `ssm`, `amis`, `ami`, `arn` and `marketplace`. Default: what `os` or `image` says."),
    version: versionReference("2024.1.5, 2024.1.x or x.x.x")
      .optional()
      .describe("Version of the managed image. Default: x.x.x, the newest."),
    rootDevice: device.optional().describe("Root device of the parent. Default: that of `os` or `image`, if known."),
  })
  .superRefine(exactlyOne("os", "ssm", "amis", "ami", "image", "arn", "marketplace"));

function imageParent({
  os,
  ssm,
  amis,
  ami,
  image,
  arn: given,
  marketplace,
  version = "x.x.x",
  ...said
}: z.output<typeof writtenParent>): ImageParent {
  if (os !== undefined) return { from: "os", os, version, ...said };
  if (ssm !== undefined) return { from: "ssm", parameter: ssm, ...said };
  if (amis !== undefined) return { from: "amis", amis, ...said };
  if (ami !== undefined) return { from: "ami", ami, ...said };
  if (image !== undefined) return { from: "project", name: image, ...said };
  if (given !== undefined) return { from: "arn", arn: given, ...said };
  if (marketplace !== undefined) return { from: "marketplace", product: marketplace, ...said };
  return noneGiven();
}

/** Schema of images/<name>.yaml: an image to build. */
export const imageSchema = z.strictObject({
  description: description
    .optional()
    .describe("What the image is for, on its recipe and pipeline; 1 to 1024 characters. Default: none."),
  version: versionLine,
  parent: writtenParent
    .describe(
      "What the image is built from: exactly one of `os`, `ssm`, `amis`, `ami`, `image`, `arn` and `marketplace`.",
    )
    .transform(imageParent),
  components,
  volumes: z
    .array(volume)
    .default([])
    .describe(
      "Volumes of the build instance and the AMI. Default: those of the parent, with the root encrypted as `encryptRootVolume` says.",
    ),
  encryptRootVolume: z
    .boolean()
    .default(true)
    .describe(
      "Whether the root volume is encrypted if `volumes` does not list it: with the environment's key, else with the account's default key. It stays like its parent's if the root device is not known. Without a key of the environment, it also stays like its parent's if the AMI, or an image based on it, is shared, copied to another account or exported, because AWS refuses that with its own key.",
    ),
  workingDirectory,
  userData: z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= maxUserDataBytes, {
      message: `more than ${maxUserDataBytes} bytes of UTF-8`,
      params: { fix: "write less, and leave the rest to a component" },
    })
    .optional()
    .describe(
      "User data of the build instance, in plain text of at most 16383 bytes; replaces the installation of the SSM agent. Default: none.",
    ),
  removeSsmAgent: z
    .boolean()
    .optional()
    .describe(
      "Whether the SSM agent is removed from the AMI: true removes it, false keeps it; not for Windows. Default: removed if Image Builder installed it.",
    ),
  tests,
  enhancedMetadata,
  workflows,
  tags: tags.default({}).describe("Tags of the recipe, the pipeline and the AMI."),
});

export type ImageDefinition = z.output<typeof imageSchema>;
