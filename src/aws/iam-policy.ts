/*
 * The values that IAM accepts in a policy statement. IAM refuses other values with MalformedPolicyDocument.
 *
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM JSON policy elements: Condition operators"; read 2026-11.
 */

/** The pattern of an action, with or without wildcards. */
export const actionPattern = /^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$/;

/** The pattern of a resource, with or without wildcards and variables. */
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

/** Checks whether IAM has a condition operator of this name, in any letter case, with or without `ForAllValues:` and `IfExists`. */
export function isConditionOperator(name: string): boolean {
  const bare = name.toLowerCase().replace(/^(forallvalues|foranyvalue):/, "");
  return bare === "null" || operators.has(bare.replace(/ifexists$/, ""));
}

/**
 * Maximum length of all inline policies of a role together, in characters without white space. A hard limit.
 *
 * Source: IAM User Guide, "IAM and AWS STS quotas". Read 2026-11.
 */
export const maxRolePolicies = 10_240;

/**
 * The pattern and shape of each type of principal.
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
