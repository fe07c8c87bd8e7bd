/*
 * What IAM takes in a statement of a policy, and refuses otherwise as MalformedPolicyDocument.
 *
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM JSON policy elements: Condition operators"; read 2026-11.
 */

/** An action, with or without wildcards. */
export const actionPattern = /^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/;

/** A resource, with or without wildcards and variables. */
export const resourcePattern = /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:.+)$/;

const comparisons = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];
const operators = new Set(
  [
    ...["Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"].map(
      (each) => `String${each}`,
    ),
    ...["Numeric", "Date"].flatMap((type) => comparisons.map((each) => `${type}${each}`)),
    ...["Equals", "NotEquals", "Like", "NotLike"].map((each) => `Arn${each}`),
    ...["Bool", "BinaryEquals", "IpAddress", "NotIpAddress"],
  ].map((each) => each.toLowerCase()),
);

/** Whether there is such an operator of conditions, in any letter case, with what may stand before and after it. */
export function isConditionOperator(name: string): boolean {
  const bare = name.toLowerCase().replace(/^(forallvalues|foranyvalue):/, "");
  return bare === "null" || operators.has(bare.replace(/ifexists$/, ""));
}

/**
 * Characters of all the policies that a role holds itself, without white space.
 *
 * Source: IAM User Guide, "IAM and AWS STS quotas"; it cannot be raised. Read 2026-11.
 */
export const maxRolePolicies = 10_240;

/**
 * What each type of principal looks like.
 *
 * Source: IAM User Guide, "AWS JSON policy elements: Principal". Read 2026-11.
 */
export const principals = {
  AWS: {
    pattern: /^(\*|\d{12}|arn:aws[a-z-]*:(iam|sts)::\d{12}:.+)$/,
    shape: "an account id, the ARN of a role, or *",
  },
  Service: { pattern: /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/, shape: "a service, e.g. ec2.amazonaws.com" },
  Federated: {
    pattern: /^(arn:aws[a-z-]*:iam::\d{12}:(saml|oidc)-provider\/.+|[a-z0-9.-]+\.[a-z]+)$/,
    shape: "the ARN of an identity provider, or its domain",
  },
} as const;
