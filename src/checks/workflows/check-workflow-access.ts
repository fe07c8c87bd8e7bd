import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { NeededPermission } from "../../documents/workflows/needed-permissions";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { listOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import { contains } from "../../review/policies/glob";
import { type Recipe, recipesOf } from "../context/recipes";

const approval = (marker: string) => `schemaVersion: "1.0"
steps:
  - name: Approve
    action: WaitForAction
    inputs:
      lambdaFunctionName: ${marker}ask-for-approval
`;
const using = (workflow: string, executionRole: string) => ({
  "workflows/test/approve.yaml": workflow,
  "images/base.yaml": `${exampleProject.image}workflows:\n  - aws: build-image\n  - test/approve\n`,
  "environments/dev.yaml": `${exampleProject.environment}${executionRole}`,
});

export const workflowNotAllowed: Rule = {
  code: "workflow-not-allowed",
  severity: "warning",
  summary:
    "A workflow calls a Lambda function, a state machine or a document of Systems Manager that the created execution role may not call. The build would fail at that step.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html; docs/decisions/0009-roles.md: what the created role may do",
  fail: [using(approval("▸"), "")],
  pass: [
    using(
      approval(""),
      'executionRole:\n  create: true\n  statements: [{ actions: ["lambda:InvokeFunction"], resources: ["arn:aws:lambda:us-east-1:123456789012:function:ask-for-approval"] }]\n',
    ),
  ],
};

/** Documents that the created role may send: src/constructs/execution-policy.ts. */
const sendable = ["AWS-RunShellScript", "AWS-RunPowerShellScript", "AWSEC2-RunSysprep"];

/** Checks that created execution roles may do what the steps of workflows do. */
export function checkWorkflowAccess(project: Project): Problem[] {
  const recipes = recipesOf(project);
  return [...project.workflows].flatMap(
    ([
      name,
      {
        file,
        checked: { document },
      },
    ]) => {
      if (document?.kind !== "workflow") return [];
      const users = recipes.filter(({ definition }) =>
        definition.workflows.some((each) => each.from === "project" && each.document === name),
      );
      const environments = [...project.environments].filter(
        ([, { value }]) => value !== undefined && users.some((recipe) => builds(value, recipe)),
      );
      return document.needs.filter(isBeyondBuilds).flatMap((need) => {
        const without = environments.filter(([, { value }]) => value !== undefined && !isAllowed(need, value));
        if (without.length === 0) return [];
        const what = need.resource === undefined ? "what this names" : `"${need.resource}"`;
        const message = `the execution role of ${listOf(without.map(([each]) => each))} may not call ${what}`;
        const files = without.map(([, { source }]) => source.file).join(", ");
        const fix = `allow ${need.actions.join(" and ")} in executionRole.statements of ${files}`;
        return [problemOf(workflowNotAllowed, file, need.range, message, fix)];
      });
    },
  );
}

function builds(environment: EnvironmentDefinition, { kind, name }: Recipe): boolean {
  return Object.hasOwn(environment[`${kind}s`], name);
}

function isBeyondBuilds({ actions, resource }: NeededPermission): boolean {
  if (!actions.includes("ssm:SendCommand")) return true;
  return resource !== undefined && !sendable.includes(resource);
}

/** What a given role allows, or a policy of the account's own, is not known, so it is taken to. On what, is not compared. */
function isAllowed({ actions }: NeededPermission, { executionRole }: EnvironmentDefinition): boolean {
  if (executionRole.create !== true || executionRole.policies.some((arn) => mayAllow(arn, actions))) return true;
  const allowed = executionRole.statements.flatMap((each) => (each.effect === "Allow" ? each.actions : []));
  return actions.every((action) => allowed.some((pattern) => contains(pattern.toLowerCase(), action.toLowerCase())));
}

/** Of AWS's policies, the name says what they are about. */
function mayAllow(policy: string, [action = ""]: readonly string[]): boolean {
  if (!policy.includes(":iam::aws:policy/")) return true;
  const about = action.startsWith("lambda:") ? /Lambda/ : action.startsWith("states:") ? /StepFunctions/ : /SSM/;
  return about.test(policy) || /Administrator|PowerUser/.test(policy);
}
