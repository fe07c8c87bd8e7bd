import { parseArn } from "../../aws/arn";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { problemAt } from "../problem-at";

const { environment } = exampleProject;
const deploying = (account: string) =>
  `${environment}deployment: { role: { arn: "arn:aws:iam::${account}:role/deploy" } }\n`;

export const deploymentAccount: Rule = {
  code: "deployment-account",
  severity: "error",
  summary: "The role for deployment is in another account than the environment. The provider refuses its credentials.",
  source: "AWS provider documentation: allowed_account_ids, which holds of the assumed role",
  fail: [{ "environments/dev.yaml": deploying("210987654321").replace('"arn', '▸"arn') }],
  pass: [{ "environments/dev.yaml": deploying("123456789012") }],
};

/** Checks that the guard on the account lets the role of deployment in. */
export function checkDeployment({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const { deployment, account } = value;
  const owner = parseArn(deployment?.role?.arn ?? "")?.account;
  if (owner === undefined || owner === account) return [];
  const message = `the role is in account "${owner}", the environment in "${account}"`;
  const fix = "write the role of this account; a role for the state alone goes to state.s3.role";
  return [problemAt(deploymentAccount, source, ["deployment", "role", "arn"], message, fix)];
}
