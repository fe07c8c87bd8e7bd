import { z } from "zod";

import { bucketName, kmsKeyArn } from "./common";

/** Settings of every bucket that an environment can create, except for name and protection. */
export const createdBucket = {
  kmsKey: kmsKeyArn
    .optional()
    .describe(
      "KMS key of the bucket: a created one encrypts with it, and the created build role may use it, as must the identity that deploys. Default: S3's own encryption.",
    ),
  accessLogs: z
    .strictObject({
      bucket: bucketName.describe("An existing bucket to which logging.s3.amazonaws.com may write."),
      prefix: z.string().max(512).default("").describe("Prefix of their keys. Default: none."),
    })
    .optional()
    .describe("Where S3 logs the requests to a created bucket. Default: nowhere."),
  forceDestroy: z
    .boolean()
    .optional()
    .describe(
      "Whether Terraform destroys a created bucket with all objects in it. Default: as `onRemoval` says. It does not destroy what `onRemoval` keeps.",
    ),
};

/** The settings that decide how a bucket is encrypted. */
interface Written {
  readonly kmsKey?: string;
  readonly protection: readonly string[];
}

/** Refines a bucket: `kmsKey` requires that `protection` includes the encryption. */
export function keyOfEncryption({ kmsKey, protection }: Written, context: z.RefinementCtx): void {
  if (kmsKey === undefined || protection.includes("encryption")) return;
  context.addIssue({
    code: "custom",
    path: ["kmsKey"],
    message: '"kmsKey" is for the encryption, which "protection" leaves as it is',
    params: { fix: "add encryption to protection, or remove kmsKey" },
  });
}
