import { runDocuments } from "../../aws/run-documents";
import { contains } from "../../aws/wildcards";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { NeededPermission } from "../../documents/workflows/needed-permissions";
import type { WorkflowReference } from "../../model/workflow-reference";
import { listOf } from "../../problems/suggest";
import { listsOfPipelines } from "../context/workflow-lists";
import { withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const approving = (role: string, marker = "") => ({
  "workflows/test/approve.yaml": `schemaVersion: "1.0"
steps:
  - name: Approve
    action: WaitForAction
    inputs:
      lambdaFunctionName: ${marker}ask-for-approval
`,
  ...withImage({ more: "workflows:\n  - aws: build-image\n  - test/approve\n" }),
  ...withSettings(role),
});
const statement = (action: string) =>
  `executionRole:\n  create: true\n  statements: [{ actions: ["${action}"], resources: ["arn:aws:lambda:us-east-1:123456789012:function:ask-for-approval"] }]\n`;

export const workflowNotAllowed: ProjectRule = {
  code: "workflow-not-allowed",
  severity: "warning",
  summary:
    "A workflow calls a Lambda function, a state machine or a document of Systems Manager that the created execution role may not call. The build would fail at that step.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html; docs/decisions/0009-roles.md: what the created role may do",
  fail: [approving("", "▸"), approving(statement("lambda:GetFunction"), "▸")],
  pass: [
    approving(statement("lambda:InvokeFunction")),
    approving(statement("lambda:*")),
    approving("executionRole: { arn: arn:aws:iam::123456789012:role/images }\n"),
  ],
  project({ project, recipes, environments }, report) {
    for (const [name, { file, checked }] of project.workflows) {
      if (checked.document?.kind !== "workflow") continue;
      const users = recipes.filter(({ definition }) => uses(definition.workflows, name));
      const building = environments.filter(
        (environment) =>
          users.some((recipe) => Object.hasOwn(environment.value[`${recipe.kind}s`], recipe.name)) ||
          listsOfPipelines(environment).some((list) => uses(list.workflows, name)),
      );
      for (const need of checked.document.needs.filter(isBeyondBuilds)) {
        const without = building.filter(({ value }) => !isAllowed(need, value));
        if (without.length === 0) continue;
        const what = need.resource === undefined ? "what this names" : `"${need.resource}"`;
        const message = `the execution role of ${listOf(without.map((each) => each.name))} may not call ${what}`;
        const files = without.map(({ source }) => source.file).join(", ");
        const fix = `allow ${need.actions.join(" and ")} in executionRole.statements of ${files}`;
        report({ file, range: need.range }, message, fix);
      }
    }
  },
};

function uses(workflows: readonly WorkflowReference[], document: string): boolean {
  return workflows.some((each) => each.from === "project" && each.document === document);
}

function isBeyondBuilds({ actions, resource }: NeededPermission): boolean {
  if (!actions.includes("ssm:SendCommand")) return true;
  return resource !== undefined && !runDocuments.includes(resource);
}

/**
 * Checks whether the execution role may do what a workflow needs. The permissions of a given role or of customer managed policies are
 * unknown, so they are assumed. Resources are not compared.
 */
function isAllowed({ actions }: NeededPermission, { executionRole }: EnvironmentDefinition): boolean {
  if (executionRole.create !== true || executionRole.policies.some((arn) => mayAllow(arn, actions))) return true;
  const allowed = executionRole.statements.flatMap((each) => (each.effect === "Allow" ? each.actions : []));
  return actions.every((action) => allowed.some((pattern) => contains(pattern.toLowerCase(), action.toLowerCase())));
}

/**
 * Checks whether a policy may allow an action. The names of AWS managed policies say which service they are for; other policies are
 * unknown.
 */
function mayAllow(policy: string, [action = ""]: readonly string[]): boolean {
  if (!policy.includes(":iam::aws:policy/")) return true;
  const about = action.startsWith("lambda:") ? /Lambda/ : action.startsWith("states:") ? /StepFunctions/ : /SSM/;
  return about.test(policy) || /Administrator|PowerUser/.test(policy);
}
