import { z } from "zod";

import { kmsKeyArn, roleArn } from "./common";
import { exactlyOne } from "./exactly-one";
import { keyStatement, noneOfCreatedKeys } from "./policy-statement";

/** The KMS key of all encrypted volumes and of the snapshots of their AMIs. */
export const encryption = z
  .strictObject({
    kmsKey: kmsKeyArn.optional().describe("A key that exists, by the ARN of the key or of an alias."),
    create: z
      .literal(true)
      .optional()
      .describe(
        "Create a key in every region that receives an AMI, open to the accounts and organizations that the AMIs are shared with.",
      ),
    alias: z
      .string()
      .regex(
        /^(?!(aws|alias)\/)[a-zA-Z0-9/_-]{1,250}$/,
        "1 to 250 letters, digits and / _ -, not starting with aws/ or alias/",
      )
      .optional()
      .describe("Alias of the created keys, without alias/. Default: `golden-images` after `namePrefix`."),
    deletionDays: z.int().min(7).max(30).default(30).describe("Days until a destroyed key is deleted, 7 to 30."),
    users: z
      .array(roleArn)
      .default([])
      .describe("Other roles that may use the created keys, by ARN, e.g. of an Auto Scaling group."),
    administrators: z
      .array(roleArn)
      .default([])
      .describe(
        "Roles that administer the created keys, by ARN, in addition to those that the policies of the account allow.",
      ),
    statements: z
      .array(keyStatement)
      .superRefine(noneOfCreatedKeys)
      .default([])
      .describe("Additional statements of the created keys' policy."),
  })
  .superRefine(exactlyOne("kmsKey", "create"));

export type Encryption = z.output<typeof encryption>;
