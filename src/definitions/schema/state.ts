import { z } from "zod";

import { bucketName, kmsKeyArn, region } from "./common";
import { exactlyOne } from "./exactly-one";

/** Where Terraform keeps what it knows. */
export const state = z
  .strictObject({
    local: z
      .strictObject({
        path: z
          .string()
          .regex(/^(?![/~\\]|[A-Za-z]:)/, "a relative path")
          .default("terraform.tfstate")
          .describe("State file, relative to the folder of cdk.tf.json."),
      })
      .optional()
      .describe("State in a file beside the generated JSON."),
    s3: z
      .strictObject({
        bucket: bucketName.describe("The bucket; it has to exist."),
        key: z
          .string()
          .regex(/^(?!\/)(?!.*\/\/)(?!.*\/$).{1,1024}$/, "a key without a slash at its start or end, and without //")
          .describe("Key of the state object, its own for each environment."),
        region: region.describe("Region of the bucket."),
        lock: z
          .union([
            z.enum(["file", "none"]),
            z.strictObject({
              dynamodbTable: z
                .string()
                .regex(/^[a-zA-Z0-9_.-]{3,255}$/, "the name of a DynamoDB table: 3 to 255 letters, digits and . - _")
                .describe("The table that holds the lock; its key is LockID."),
            }),
          ])
          .default("file")
          .describe(
            "How two runs are kept apart: `file` is a native lock file (Terraform 1.10 or newer), `dynamodbTable` a table for older ones, `none` no lock.",
          ),
        encrypt: z.boolean().default(true).describe("Whether the state object is encrypted by the server."),
        kmsKey: kmsKeyArn.optional().describe("KMS key of the state object. Default: the bucket's encryption."),
      })
      .optional()
      .describe("State in an S3 bucket."),
  })
  .superRefine(exactlyOne("local", "s3"));

export type State = z.output<typeof state>;
