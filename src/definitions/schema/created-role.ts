import { z } from "zod";

import { actionPattern, isConditionOperator, maxRolePolicies, resourcePattern } from "../../aws/iam-policy";
import { arn, tags } from "./common";

/** One statement of an IAM policy. */
const statement = z.strictObject({
  sid: z
    .string()
    .regex(/^[A-Za-z0-9]+$/, "letters and digits")
    .optional()
    .describe("Its id. Default: none."),
  effect: z.enum(["Allow", "Deny"]).default("Allow").describe("What it does."),
  actions: z
    .array(z.string().regex(actionPattern, "an action: service:Name, with or without * and ?"))
    .min(1)
    .describe("Actions, such as `secretsmanager:GetSecretValue`."),
  resources: z
    .array(z.string().regex(resourcePattern, "an ARN: arn:partition:service:region:account:resource, or *"))
    .min(1)
    .describe("ARNs of what they are allowed on, or `*`."),
  conditions: z
    .record(
      z.string().refine(isConditionOperator, { error: "no operator of IAM, such as StringEquals or ArnLikeIfExists" }),
      z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    )
    .optional()
    .describe("Conditions, as IAM writes them. Default: none."),
});

/** Refines statements of one policy: each id is there once, and IAM takes them all. */
function inOnePolicy(statements: readonly z.output<typeof statement>[], context: z.RefinementCtx): void {
  statements.forEach(({ sid }, index) => {
    if (sid === undefined || statements.findIndex((other) => other.sid === sid) === index) return;
    context.addIssue({
      code: "custom",
      path: [index, "sid"],
      message: `"${sid}" is the id of another statement of this policy`,
      params: { fix: "write another, or leave it out" },
    });
  });
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
    .array(statement)
    .superRefine(inOnePolicy)
    .default([])
    .describe("Additional statements of the created role's own policy."),
  roleTags: tags.default({}).describe("Tags of the created role, in addition to those of the environment."),
};

export type RoleStatement = z.output<typeof statement>;
