import { exampleProject } from "../definitions/rules";
import { managedWorkflows, type WorkflowReference } from "../definitions/schema/workflows";
import type { WorkflowDocument, WorkflowParameter } from "../documents/workflows/workflow-document";
import { workflowOf } from "../factory/resolve-workflows";
import type { Problem } from "../problems/problem";
import type { Rule } from "../problems/rule";
import { listOf, nearest, writeOneOf } from "../problems/suggest";
import type { YamlPath } from "../problems/yaml-source";
import type { Kind } from "./check-chains";
import { workflowTypeOfFolder } from "./component-names";
import type { Project } from "./load-project";
import { problemAt } from "./problem-at";
import { type Recipe, recipesOf } from "./recipes";

const health = `schemaVersion: "1.0"
parameters:
  - name: Health
    type: string
steps:
  - name: LaunchTestInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
      healthCheck.$: $.parameters.Health
`;
const using = (...lines: readonly string[]) => ({
  "workflows/test/health.yaml": health,
  "images/base.yaml": `${exampleProject.image}workflows:\n${lines.map((line) => `  ${line}\n`).join("")}`,
});
const guide = "Image Builder User Guide, configure image pipeline workflows";

export const workflowMissing: Rule = {
  code: "workflow-missing",
  severity: "error",
  summary: "An image or container names a workflow document that is not under workflows/.",
  source: "docs/reference.md",
  breaks: using("- workflow: ▸test/helath", "  parameters: { Health: RUNNING }"),
  mends: using("- workflow: test/health", "  parameters: { Health: RUNNING }"),
};

export const workflowParameter: Rule = {
  code: "workflow-parameter",
  severity: "error",
  summary:
    "A workflow gets a parameter that its document does not declare, lacks one without a default, or gets a value of another type.",
  source: "API type WorkflowConfiguration: values for the parameters that the workflow document defines",
  breaks: using("- workflow: test/health", "  parameters: { Health: RUNNING, Retries: ▸3x }".replace("▸3x", '▸"3"')),
  mends: using("- workflow: test/health", "  parameters: { Health: RUNNING }"),
};

export const workflowCount: Rule = {
  code: "workflow-count",
  severity: "error",
  summary: "An image or container has more workflows of a stage than the service takes.",
  source: `${guide}: one build workflow, up to ten test workflows`,
  breaks: using("- aws: build-image", "- ▸aws: build-image"),
  mends: using("- aws: build-image", "- aws: test-image"),
};

export const workflowGroup: Rule = {
  code: "workflow-group",
  severity: "error",
  summary: "A workflow that is not for testing is in a parallel group.",
  source: "API field WorkflowConfiguration.parallelGroup: only applies for test workflows",
  breaks: using("- aws: build-image", "  parallelGroup: ▸first"),
  mends: using("- aws: test-image", "  parallelGroup: first"),
};

export const workflowFailure: Rule = {
  code: "workflow-failure",
  severity: "warning",
  summary:
    "A workflow that is not for testing says what happens when it fails, and a failed build or distribution ends all.",
  source: guide,
  breaks: using("- aws: build-image", "  onFailure: ▸continue"),
  mends: using("- aws: test-image", "  onFailure: continue"),
};

export const workflowFor: Rule = {
  code: "workflow-for",
  severity: "error",
  summary: "An image has a workflow of AWS for containers, or a container one for images.",
  source: "Image Builder User Guide, use managed workflows for your images",
  breaks: using("- aws: ▸build-container"),
  mends: using("- aws: build-image"),
};

export const workflowArn: Rule = {
  code: "workflow-arn",
  severity: "error",
  summary: "The ARN of a workflow is none of an Image Builder workflow and its version; those of AWS are x.x.x alone.",
  source: "API field WorkflowConfiguration.workflowArn; service message \"must have latest version 'x.x.x'\"",
  breaks: using("- arn: ▸arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.2"),
  mends: using("- arn: arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x"),
};

export const workflowUseRules: readonly Rule[] = [
  workflowMissing,
  workflowParameter,
  workflowCount,
  workflowGroup,
  workflowFailure,
  workflowFor,
  workflowArn,
];

type Stage = "build" | "test" | "distribution";
const most: Readonly<Record<Stage, number>> = { build: 1, test: 10, distribution: 1 };

/** Checks how images and containers use workflows. */
export function checkWorkflowUse(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => {
    const { source, definition } = recipe;
    const counts: Record<Stage, number> = { build: 0, test: 0, distribution: 0 };
    return definition.workflows.flatMap((reference, index) => {
      const problems = checkOne(recipe, reference, index, project);
      const stage = stageOf(reference);
      if (stage === undefined) return problems;
      counts[stage]++;
      if (counts[stage] <= most[stage]) return problems;
      const message = `${counts[stage]} workflows for ${stage}, allowed: up to ${most[stage]}`;
      return [...problems, problemAt(workflowCount, source, ["workflows", index], message, "remove it")];
    });
  });
}

function checkOne(recipe: Recipe, reference: WorkflowReference, index: number, project: Project): Problem[] {
  const { source, kind } = recipe;
  const path: YamlPath = ["workflows", index];
  const problems: Problem[] = [];
  const document = workflowOf(reference);
  const at = typeof reference === "string" ? path : [...path, "workflow"];
  if (document !== undefined) {
    const file = project.workflows.get(document);
    if (file === undefined) {
      const names = [...project.workflows.keys()];
      const message = `there is no workflow "${document}" (workflows/${document}.yaml)`;
      const fix = names.length === 0 ? `write workflows/${document}.yaml` : writeOneOf(document, names);
      problems.push(problemAt(workflowMissing, source, at, message, fix));
    } else if (file.checked.document?.kind === "workflow") {
      problems.push(...checkParameters(recipe, reference, index, at, file.checked.document));
    }
  }
  if (typeof reference === "string") return problems;
  const stage = stageOf(reference);
  if (stage !== undefined && stage !== "test") {
    const why = `and this one is for ${stage}`;
    if (reference.parallelGroup !== undefined) {
      const message = `"parallelGroup" is for test workflows, ${why}`;
      problems.push(problemAt(workflowGroup, source, [...path, "parallelGroup"], message, "remove it"));
    }
    if (reference.onFailure !== undefined) {
      const message = `"onFailure" is for test workflows, ${why}`;
      problems.push(problemAt(workflowFailure, source, [...path, "onFailure"], message, "remove it"));
    }
  }
  if (reference.aws !== undefined && !reference.aws.endsWith(kind)) {
    const message = `"${reference.aws}" is not for ${kind === "image" ? "an image" : "a container"}`;
    const fix = `write ${reference.aws.replace(/(image|container)$/, kind)}`;
    problems.push(problemAt(workflowFor, source, [...path, "aws"], message, fix));
  }
  const fault = reference.arn === undefined ? undefined : arnFault(reference.arn, kind);
  if (fault !== undefined) problems.push(problemAt(workflowArn, source, [...path, "arn"], ...fault));
  return problems;
}

function checkParameters(
  { source }: Recipe,
  reference: WorkflowReference,
  index: number,
  at: YamlPath,
  document: WorkflowDocument,
): Problem[] {
  const name = workflowOf(reference) ?? "";
  const given = typeof reference === "string" ? {} : (reference.parameters ?? {});
  const declared = new Map(document.parameters.map((parameter) => [parameter.name, parameter]));
  const ofGiven = Object.entries(given).flatMap(([key, value]) => {
    const path = ["workflows", index, "parameters", key];
    const parameter = declared.get(key);
    if (parameter === undefined) {
      const near = nearest(key, declared.keys());
      const rest = declared.size === 0 ? "remove it" : `remove it; declared: ${listOf([...declared.keys()])}`;
      const fix = near === undefined ? rest : `did you mean "${near}"?`;
      return [problemAt(workflowParameter, source, path, `"${name}" declares no parameter "${key}"`, fix)];
    }
    if (isOfType(parameter, value)) return [];
    const message = `"${key}" is "${value}", expected a value of type ${parameter.type}`;
    return [
      problemAt(workflowParameter, source, path, message, `write ${examples[parameter.type] ?? "another value"}`),
    ];
  });
  const missing = document.parameters.filter((parameter) => !parameter.hasDefault && !(parameter.name in given));
  return [
    ...ofGiven,
    ...missing.map((parameter) =>
      problemAt(
        workflowParameter,
        source,
        at,
        `"${name}" needs the parameter "${parameter.name}"`,
        `add parameters: { ${parameter.name}: … }`,
      ),
    ),
  ];
}

const examples: Readonly<Record<string, string>> = {
  integer: 'a whole number, e.g. "3"',
  boolean: '"true" or "false"',
};

function isOfType({ type }: WorkflowParameter, value: string): boolean {
  if (type === "integer") return /^-?\d+$/.test(value);
  return type !== "boolean" || /^(true|false)$/i.test(value);
}

/** Undefined where it is not known: the document is outside of the folders, or the ARN is none of a workflow. */
function stageOf(reference: WorkflowReference): Stage | undefined {
  const document = workflowOf(reference);
  if (document !== undefined) return workflowTypeOfFolder(document)?.toLowerCase() as Stage | undefined;
  if (typeof reference === "string") return undefined;
  if (reference.aws !== undefined) return managedWorkflows[reference.aws];
  const stage = /:workflow\/(build|test|distribution)\//.exec(reference.arn ?? "")?.[1];
  return stage as Stage | undefined;
}

/** What is wrong with the ARN of a workflow, and the fix. */
function arnFault(arn: string, kind: Kind): [message: string, fix: string] | undefined {
  const form = "arn:aws:imagebuilder:region:account:workflow/stage/name/version";
  const [, , service, , owner = "", ...rest] = arn.split(":");
  const [type, stage = "", name = "", version, build, ...more] = rest.join(":").split("/");
  if (service !== "imagebuilder" || type !== "workflow") return [`"${arn}" is no workflow`, `write ${form}`];
  if (!["build", "test", "distribution"].includes(stage))
    return [`the stage "${stage}" of "${arn}" is none`, "write build, test or distribution"];
  if (!/^(\d{12}|aws(-[a-z-]+)?)$/.test(owner))
    return [`the owner "${owner}" of "${arn}" is neither an account nor aws`, `write ${form}`];
  if (!/^[a-z0-9-_]+$/.test(name))
    return [`the name "${name}" in "${arn}" is not lower-case letters, digits, - and _`, `write ${form}`];
  if (version === undefined) return [`"${arn}" has no version`, `write ${arn}/x.x.x`];
  if (!/^(\d+\.\d+\.\d+|\d+\.\d+\.x|\d+\.x\.x|x\.x\.x)$/.test(version))
    return [`the version "${version}" of "${arn}" is not three numbers; after an x, only x may follow`, "write x.x.x"];
  if (more.length > 0 || (build !== undefined && !/^\d+$/.test(build)))
    return [`"${arn}" goes on after its version`, `write ${form}`];
  if (owner !== "aws") return undefined;
  if (version !== "x.x.x") return [`the version "${version}" of a workflow of AWS is not x.x.x`, "write x.x.x"];
  const other = kind === "image" ? "container" : "image";
  return name.endsWith(`-${other}`) && name in managedWorkflows
    ? [
        `"${name}" is not for ${kind === "image" ? "an image" : "a container"}`,
        `write ${name.replace(/(image|container)$/, kind)}`,
      ]
    : undefined;
}
