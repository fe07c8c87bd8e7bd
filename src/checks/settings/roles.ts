import { parseArn } from "../../aws/arn";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import { fieldOf } from "../field-of";
import { problemAt, problemAtKey } from "../problem-at";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": environment + text });
const withPolicy = (arn: string) =>
  ofEnvironment(`build:\n  instanceProfile:\n    create: true\n    policies: [${arn}]\n`);

export const policyArn: Rule = {
  code: "policy-arn",
  severity: "error",
  summary:
    "A policy for a created role is not the ARN of a managed policy of AWS or of the account, or is listed twice.",
  source: "IAM API field AttachRolePolicy.PolicyArn",
  fail: [withPolicy("▸arn:aws:iam::123456789012:role/images")],
  pass: [withPolicy("arn:aws:iam::123456789012:policy/images")],
};

export const roleAccount: Rule = {
  code: "role-account",
  severity: "error",
  summary: "Image Builder would assume a role of another account, which cannot be passed to it.",
  source: "IAM User Guide, iam:PassRole: a role can be passed within its account alone",
  fail: [ofEnvironment("executionRole:\n  arn: ▸arn:aws:iam::999999999999:role/images\n")],
  pass: [ofEnvironment("executionRole:\n  arn: arn:aws:iam::123456789012:role/images\n")],
};

export const policiesOfGivenRole: Rule = {
  code: "policies-of-given-role",
  severity: "error",
  unsilenceable: true,
  summary:
    "Policies, statements, S3 locations or a name are given for a role or instance profile that this environment does not create. They would have no effect.",
  source: "docs/reference.md: policies are for a made role",
  fail: [
    ofEnvironment(
      "executionRole:\n  arn: arn:aws:iam::123456789012:role/images\n  ▸policies: [arn:aws:iam::aws:policy/ReadOnlyAccess]\n",
    ),
  ],
  pass: [ofEnvironment("executionRole:\n  create: true\n  policies: [arn:aws:iam::aws:policy/ReadOnlyAccess]\n")],
};

export const roleRules: readonly Rule[] = [policyArn, roleAccount, policiesOfGivenRole];

/** Checks the roles that an environment makes or is given. */
export function checkRoles({ source, raw }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const roles: readonly {
    readonly at: YamlPath;
    readonly made: boolean;
    readonly policies: readonly string[];
    readonly read?: readonly string[];
    readonly write?: readonly string[];
    readonly name?: string;
    readonly roleName?: string;
    readonly permissionsBoundary?: string;
    readonly statements?: readonly unknown[];
  }[] = [
    {
      at: ["build", "instanceProfile"],
      made: value.build.instanceProfile.create === true,
      ...value.build.instanceProfile,
      // Of one that is not made, it says which.
      name: undefined,
    },
    { at: ["executionRole"], made: value.executionRole.create === true, ...value.executionRole },
    { at: ["lifecycleRole"], made: value.lifecycleRole.create === true, ...value.lifecycleRole },
  ];
  const problems = roles.flatMap(
    ({
      at: path,
      made,
      policies,
      read = [],
      write = [],
      name = "",
      roleName = "",
      permissionsBoundary = "",
      statements = [],
    }) => [
      ...policies.flatMap((arn, index) => {
        const { account: owner, resource = "" } = parseArn(arn) ?? {};
        if (policies.indexOf(arn) < index)
          return [problemAt(policyArn, source, [...path, "policies", index], `"${arn}" is there twice`, "remove it")];
        const isPolicy = /^arn:[^:]+:iam::(aws|\d{12}):policy\/.+$/.test(arn);
        if (isPolicy && (owner === "aws" || owner === value.account)) return [];
        const message = isPolicy
          ? `the policy "${resource.slice("policy/".length)}" is of account "${owner ?? ""}", and the role of "${value.account}"`
          : `"${arn}" is not a managed policy`;
        const fix = `write arn:aws:iam::aws:policy/… or arn:aws:iam::${value.account}:policy/…`;
        return [problemAt(policyArn, source, [...path, "policies", index], message, fix)];
      }),
      ...Object.entries({ policies, read, write, name, roleName, permissionsBoundary, statements }).flatMap(
        ([key, given]) =>
          made || given.length === 0 || path.reduce(fieldOfStep, raw) === undefined
            ? []
            : [
                problemAtKey(
                  policiesOfGivenRole,
                  source,
                  [...path, key],
                  `the role is not made here, so "${key}" does nothing`,
                  "say it where the role is made",
                ),
              ],
      ),
    ],
  );
  for (const key of ["executionRole", "lifecycleRole"] as const) {
    const arn = value[key].arn;
    const owner = parseArn(arn ?? "")?.account;
    if (arn === undefined || owner === value.account) continue;
    const message = `the role "${arn}" is of account "${owner ?? ""}", but the environment of "${value.account}"`;
    problems.push(problemAt(roleAccount, source, [key, "arn"], message, `write a role of ${value.account}`));
  }
  return problems;
}

function fieldOfStep(at: unknown, step: string | number): unknown {
  return fieldOf(at, String(step));
}
