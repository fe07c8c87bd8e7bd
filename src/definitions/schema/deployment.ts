import { z } from "zod";

import { assumedRole, profile } from "./assumed-role";

/** Credentials with which Terraform deploys. */
export const deployment = z.strictObject({
  profile: profile
    .optional()
    .describe("Profile of the AWS CLI's configuration with the credentials. Default: that of the shell."),
  role: assumedRole
    .optional()
    .describe("Role to assume; it is in the account of the environment. Default: none, the credentials as they are."),
});

export type Deployment = z.output<typeof deployment>;
