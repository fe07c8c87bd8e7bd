import { z } from "zod";

import { documentsProtection } from "./bucket-protection";
import { bucketName } from "./common";

/** The bucket of the component documents. */
export const documents = z
  .strictObject({
    create: z.literal(true).optional().describe("Create the bucket: versioned, encrypted, private, TLS only."),
    bucket: bucketName
      .optional()
      .describe(
        "A bucket that exists, or the name of the created one. Default: `ec2imagebuilder-<account>-<region>`, with `namePrefix` before the account.",
      ),
    protection: documentsProtection,
  })
  .refine((value) => value.create === true || value.bucket !== undefined, {
    message: 'neither "create" nor "bucket" is given',
    params: { rule: "exactly-one", fix: "write one of them, or both" },
  });
