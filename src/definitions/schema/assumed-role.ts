import { z } from "zod";

import { roleArn } from "./common";

/** A role that Terraform assumes with its initial credentials. Source: STS API, AssumeRole. */
export const assumedRole = z.strictObject({
  arn: roleArn.describe("ARN of the role."),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, "an external id: 2 to 1224 letters, digits and _ + = , . @ : / -")
    .optional()
    .describe("External id that the trust policy of the role asks for. Default: none."),
  sessionName: z
    .string()
    .regex(/^[\w+=,.@-]{2,64}$/, "a session name: 2 to 64 letters, digits and _ + = , . @ -")
    .optional()
    .describe("Name of the session in CloudTrail. Default: one that Terraform generates."),
});

export type AssumedRole = z.output<typeof assumedRole>;

/** A named profile in the configuration of the AWS CLI. */
export const profile = z.string().regex(/^[^\s[\]][^[\]]{0,127}$/, "the name of a profile of ~/.aws/config");
