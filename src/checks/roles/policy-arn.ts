import { parseArn } from "../../aws/arn";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { roleSettings } from "./given-roles";

const withPolicies = (policies: string) =>
  withEnvironment({ more: `build:\n  instanceProfile:\n    create: true\n    policies: [${policies}]\n` });
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

export const policyArn: ProjectRule = {
  code: "policy-arn",
  severity: "error",
  summary:
    "A policy for a created role is not the ARN of a managed policy of AWS or of the account, or is listed twice.",
  source: "IAM API field AttachRolePolicy.PolicyArn",
  fail: [
    withPolicies("▸arn:aws:iam::123456789012:role/images"),
    withPolicies("▸arn:aws:iam::999999999999:policy/images"),
    withPolicies(`${readOnly}, ▸${readOnly}`),
  ],
  pass: [withPolicies("arn:aws:iam::123456789012:policy/images"), withPolicies(readOnly)],
  eachEnvironment({ value }, report) {
    for (const { path, policies } of roleSettings(value))
      policies.forEach((arn, index) => {
        const at = [...path, "policies", index];
        const { account: owner, resource = "" } = parseArn(arn) ?? {};
        if (policies.indexOf(arn) < index) {
          report(at, `"${arn}" is there twice`, "remove it");
          return;
        }
        const isPolicy = /^arn:[^:]+:iam::(aws|\d{12}):policy\/.+$/.test(arn);
        if (isPolicy && (owner === "aws" || owner === value.account)) return;
        const message = isPolicy
          ? `the policy "${resource.slice("policy/".length)}" is of account "${owner ?? ""}", and the role of "${value.account}"`
          : `"${arn}" is not a managed policy`;
        report(at, message, `write arn:aws:iam::aws:policy/… or arn:aws:iam::${value.account}:policy/…`);
      });
  },
};
