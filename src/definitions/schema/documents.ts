import { z } from "zod";

import { documentsProtection } from "./bucket-protection";
import { bucketName, keyPrefix } from "./common";
import { createdBucket, keyOfEncryption } from "./created-bucket";
import { oneOrBoth } from "./exactly-one";

/** The bucket of the component documents. */
export const documents = z
  .strictObject({
    create: z.literal(true).optional().describe("Create the bucket: versioned, encrypted, private, TLS only."),
    bucket: bucketName
      .optional()
      .describe(
        "A bucket that exists, or the name of the created one. Default: `ec2imagebuilder-<account>-<region>`, with `namePrefix` before the account.",
      ),
    inline: z
      .boolean()
      .default(false)
      .describe(
        "Whether documents and Dockerfile templates of up to 16,000 bytes go into their components, workflows and container recipes, not into the bucket. Terraform then makes fewer calls for each plan, and the plan shows the text. Larger ones still go into the bucket. Default: `false`.",
      ),
    prefix: keyPrefix.optional().describe("Prefix of the keys of all documents. Default: none."),
    protection: documentsProtection,
    ...createdBucket,
  })
  .superRefine(oneOrBoth("create", "bucket"))
  .superRefine(keyOfEncryption);
