import { z } from "zod";

import { arnShapes } from "../../aws/arn-shapes";
import { actionPattern, isConditionOperator, principals, resourcePattern } from "../../aws/iam-policy";

const action = z.string().regex(actionPattern, "an action: service:Name, with or without * and ?");

const common = {
  sid: z
    .string()
    .regex(/^[A-Za-z0-9]+$/, "letters and digits")
    .optional()
    .describe("Its id. Default: none."),
  effect: z.enum(["Allow", "Deny"]).default("Allow").describe("What it does."),
  actions: z.array(action).min(1).describe("Actions, such as `secretsmanager:GetSecretValue`."),
};

const conditions = z
  .record(
    z.string().refine(isConditionOperator, { error: "no operator of IAM, such as StringEquals or ArnLikeIfExists" }),
    z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  )
  .optional()
  .describe("Conditions, as IAM writes them. Default: none.");

/** A statement of a role's permissions policy. */
export const roleStatement = z.strictObject({
  ...common,
  resources: z
    .array(z.string().regex(resourcePattern, `${arnShapes.any.shape}, or *`))
    .min(1)
    .describe("ARNs of what they are allowed on, or `*`."),
  conditions,
});

const principalsOf = (type: keyof typeof principals) =>
  z.array(z.string().regex(principals[type].pattern, principals[type].shape)).min(1).optional();

const somebody = z
  .strictObject({
    AWS: principalsOf("AWS").describe("Accounts, and roles by ARN. Default: none."),
    Service: principalsOf("Service").describe("Services, e.g. ssm.amazonaws.com. Default: none."),
    Federated: principalsOf("Federated").describe("Identity providers. Default: none."),
  })
  .refine((written) => Object.values(written).flat().length > 0, {
    message: "nobody is named",
    params: { fix: "write AWS, Service or Federated" },
  })
  .describe("Whom the statement applies to, as IAM writes it.");

interface OfEverybody {
  readonly effect: "Allow" | "Deny";
  readonly principals: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly conditions?: object;
}

/** Refines a statement that grants access to others: a statement for everybody requires conditions. */
function notForEverybody(
  { effect, principals: { AWS = [] }, conditions: given }: OfEverybody,
  context: z.RefinementCtx,
) {
  if (effect === "Deny" || !AWS.includes("*") || Object.keys(given ?? {}).length > 0) return;
  context.addIssue({
    code: "custom",
    path: ["principals"],
    message: "it lets everybody in, from any account",
    params: { fix: "add conditions, or name accounts or roles" },
  });
}

/** A statement of a role's trust policy, which allows principals to assume the role. */
export const trustStatement = z
  .strictObject({
    sid: common.sid,
    effect: common.effect,
    principals: somebody,
    actions: z.array(action).min(1).default(["sts:AssumeRole"]).describe("Actions. Default: `sts:AssumeRole`."),
    conditions,
  })
  .superRefine(notForEverybody);

/** A statement of the policy of a KMS key. The key is the resource. */
export const keyStatement = z
  .strictObject({ ...common, principals: somebody, conditions })
  .superRefine(notForEverybody);

/** Refines the additional statements of a created key's policy: their IDs are unique, and do not look like those of the generated statements. */
export function noneOfCreatedKeys(
  statements: readonly z.output<typeof keyStatement>[],
  context: z.RefinementCtx,
): void {
  uniqueIds(statements, context);
  statements.forEach(({ sid }, index) => {
    if (sid === undefined || !/^(Administer|Use|Grant)/.test(sid)) return;
    context.addIssue({
      code: "custom",
      path: [index, "sid"],
      message: `"${sid}" starts like the ids of the key's own statements: Administer, Use or Grant`,
      params: { fix: "write another, or leave it out" },
    });
  });
}

/** Refines the statements of one policy: IDs are unique. */
export function uniqueIds(statements: readonly { readonly sid?: string }[], context: z.RefinementCtx): void {
  statements.forEach(({ sid }, index) => {
    if (sid === undefined || statements.findIndex((other) => other.sid === sid) === index) return;
    context.addIssue({
      code: "custom",
      path: [index, "sid"],
      message: `"${sid}" is the id of another statement of this policy`,
      params: { fix: "write another, or leave it out" },
    });
  });
}

export type RoleStatement = z.output<typeof roleStatement>;
export type TrustStatement = z.output<typeof trustStatement>;
export type KeyStatement = z.output<typeof keyStatement>;
