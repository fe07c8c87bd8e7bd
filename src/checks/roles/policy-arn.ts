import { parseArn } from "../../aws/arn";
import type { YamlPath } from "../../problems/yaml-source";
import { withSettings } from "../example";
import { rolesOf } from "../given-resources";
import type { ProjectRule } from "../project-rule";

const withPolicies = (policies: string) =>
  withSettings(`build:\n  instanceProfile:\n    create: true\n    policies: [${policies}]\n`);
const withBoundary = (arn: string) =>
  withSettings(`build:\n  instanceProfile:\n    create: true\n    permissionsBoundary: ${arn}\n`);
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

export const policyArn: ProjectRule = {
  code: "policy-arn",
  refusedBy: "AWS",
  summary:
    "A policy or permissions boundary for a created role is not the ARN of a managed policy of AWS or of the account, or a policy is listed twice.",
  source: "IAM API fields AttachRolePolicy.PolicyArn and CreateRole.PermissionsBoundary",
  fail: [
    withPolicies("▸arn:aws:iam::123456789012:role/images"),
    withPolicies("▸arn:aws:iam::999999999999:policy/images"),
    withPolicies("▸arn:aws:s3::123456789012:policy/images"),
    withPolicies("▸arn:aws:iam:us-east-1:123456789012:policy/images"),
    withPolicies("▸arn:aws:iam::1234567890123:policy/images"),
    withPolicies("▸arn:aws:iam::123456789012:role/policy/images"),
    withPolicies(`${readOnly}, ▸${readOnly}`),
    withBoundary("▸arn:aws:iam::123456789012:role/images"),
    withBoundary("▸arn:aws:iam::999999999999:policy/images"),
  ],
  pass: [
    withPolicies("arn:aws:iam::123456789012:policy/images"),
    withPolicies(readOnly),
    withBoundary("arn:aws:iam::123456789012:policy/boundaries/images"),
  ],
  eachEnvironment({ value }, report) {
    for (const { path, settings } of rolesOf(value)) {
      const { policies, permissionsBoundary } = settings;
      const reportFault = (at: YamlPath, arn: string): void => {
        const fault = faultOf(arn, value.account);
        if (fault === undefined) return;
        report(at, fault, `write arn:aws:iam::aws:policy/… or arn:aws:iam::${value.account}:policy/…`);
      };
      policies.forEach((arn, index) => {
        const at = [...path, "policies", index];
        if (policies.indexOf(arn) < index) report(at, `"${arn}" appears twice`, "remove it");
        else reportFault(at, arn);
      });
      if (permissionsBoundary !== undefined) reportFault([...path, "permissionsBoundary"], permissionsBoundary);
    }
  },
};

function faultOf(arn: string, account: string): string | undefined {
  const { service, region, account: owner = "", resource = "" } = parseArn(arn) ?? {};
  if (service !== "iam" || region !== "" || !/^(aws|\d{12})$/.test(owner) || !/^policy\/./.test(resource))
    return `"${arn}" is not a managed policy`;
  if (owner === "aws" || owner === account) return undefined;
  return `the policy "${resource.slice("policy/".length)}" belongs to account "${owner}", but the role to "${account}"`;
}
