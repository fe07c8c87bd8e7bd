import { z } from "zod";

import { maxRolePolicies } from "../../aws/iam-policy";
import { arn, tags } from "./common";
import { roleStatement, trustStatement, uniqueIds } from "./policy-statement";

/** Refines statements of one policy: IAM takes them all. */
function inOnePolicy(statements: readonly z.output<typeof roleStatement>[], context: z.RefinementCtx): void {
  uniqueIds(statements, context);
  // Without what the project adds, so that nothing is refused that fits.
  const characters = JSON.stringify(statements).replace(/\s/g, "").length;
  if (characters <= maxRolePolicies) return;
  context.addIssue({
    code: "custom",
    path: [],
    message: `${characters} characters, but all policies of a role together take up to ${maxRolePolicies}`,
    params: { fix: "put some of them into a managed policy, and name it under policies" },
  });
}

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
  statements: z
    .array(roleStatement)
    .superRefine(inOnePolicy)
    .default([])
    .describe("Additional statements of the created role's own policy."),
  trust: z
    .array(trustStatement)
    .superRefine(uniqueIds)
    .default([])
    .describe("Additional statements of the created role's trust policy: who else may assume it."),
  roleTags: tags.default({}).describe("Tags of the created role, in addition to those of the environment."),
};
