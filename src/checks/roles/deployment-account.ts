import { parseArn } from "../../aws/arn";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const deploying = (arn: string) => withSettings(`deployment: { role: { arn: ${arn} } }\n`);

export const deploymentAccount: ProjectRule = {
  code: "deployment-account",
  refusedBy: "Terraform",
  summary: "The role for deployment is in another account than the environment. The provider refuses its credentials.",
  source: "AWS provider documentation: allowed_account_ids, which holds of the assumed role",
  fail: [deploying('▸"arn:aws:iam::210987654321:role/deploy"')],
  pass: [deploying('"arn:aws:iam::123456789012:role/deploy"')],
  eachEnvironment({ value: { deployment, account } }, report) {
    const owner = parseArn(deployment?.role?.arn)?.account;
    if (owner === undefined || owner === account) return;
    const message = `the role is in account "${owner}", the environment in "${account}"`;
    const fix = "write the role of this account; a role for the state alone goes to state.s3.role";
    report(["deployment", "role", "arn"], message, fix);
  },
};
