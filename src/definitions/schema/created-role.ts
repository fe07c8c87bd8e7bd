import { z } from "zod";

import { arn, tags } from "./common";

/** One statement of an IAM policy. */
const statement = z.strictObject({
  sid: z
    .string()
    .regex(/^[A-Za-z0-9]+$/, "letters and digits")
    .optional()
    .describe("Its id. Default: none."),
  effect: z.enum(["Allow", "Deny"]).default("Allow").describe("What it does."),
  actions: z.array(z.string().min(1)).min(1).describe("Actions, such as `secretsmanager:GetSecretValue`."),
  resources: z.array(z.string().min(1)).min(1).describe("ARNs of what they are allowed on, or `*`."),
  conditions: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))
    .optional()
    .describe("Conditions, as IAM writes them. Default: none."),
});

/** What can be said of any role that an environment makes, besides its name. */
export const createdRole = {
  path: z
    .string()
    .regex(/^\/([!-.0-~]+\/)*$/, "a path that starts and ends with a slash, e.g. /images/")
    .max(512)
    .default("/")
    .describe("Path of the created role."),
  permissionsBoundary: arn
    .optional()
    .describe("Permissions boundary of the created role: a managed policy, by ARN. Default: none."),
  statements: z.array(statement).default([]).describe("Additional statements of the created role's own policy."),
  roleTags: tags.default({}).describe("Tags of the created role, in addition to those of the environment."),
};

export type RoleStatement = z.output<typeof statement>;
