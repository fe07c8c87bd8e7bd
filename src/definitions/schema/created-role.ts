import { z } from "zod";

import { maxRolePolicies } from "../../aws/iam-policy";
import { arn, tags } from "./common";
import { roleStatement, trustStatement, uniqueIds } from "./policy-statement";

/** Refines the statements of a role's own policy: unique IDs, and a size that IAM allows. */
function inOnePolicy(statements: readonly z.output<typeof roleStatement>[], context: z.RefinementCtx): void {
  uniqueIds(statements, context);
  // The statements that this project adds are not counted, so that nothing is rejected that would fit.
  const characters = JSON.stringify(statements).replace(/\s/g, "").length;
  if (characters <= maxRolePolicies) return;
  context.addIssue({
    code: "custom",
    path: [],
    message: `${characters} characters, but all policies of a role together take up to ${maxRolePolicies}`,
    params: { fix: "put some of them into a managed policy, and name it under policies" },
  });
}

/** Settings of every role that an environment can create, except for the name. */
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
