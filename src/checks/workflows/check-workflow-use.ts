import { exampleProject } from "../../definitions/rules";
import { managedWorkflows } from "../../aws/managed-workflows";
import { documentOf } from "../../model/component-reference";
import type { WorkflowReference } from "../../model/workflow-reference";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import type { YamlPath } from "../../problems/yaml-source";
import { workflowTypeOfFolder } from "../../project/component-names";
import type { Project } from "../../project/load-project";
import { problemAt, problemAtKey } from "../problem-at";
import { type Recipe, recipesOf } from "../context/recipes";
import { using } from "./example";
import { arnFault } from "./workflow-arn";
import { checkParameters, workflowParameter } from "./workflow-parameters";

const guide = "Image Builder User Guide, configure image pipeline workflows";

export const workflowMissing: Rule = {
  code: "workflow-missing",
  severity: "error",
  unsilenceable: true,
  summary: "An image, container or environment names a workflow document that does not exist under workflows/.",
  source: "docs/reference.md",
  fail: [using("- workflow: ▸test/helath", "  parameters: { Health: RUNNING }")],
  pass: [using("- workflow: test/health", "  parameters: { Health: RUNNING }")],
};

export const workflowCount: Rule = {
  code: "workflow-count",
  severity: "error",
  summary: "An image or container has more workflows of one stage than Image Builder takes.",
  source: `${guide}: one build workflow, up to ten test workflows`,
  fail: [using("- aws: build-image", "- ▸aws: build-image")],
  pass: [using("- aws: build-image", "- aws: test-image")],
};

export const workflowBuildMissing: Rule = {
  code: "workflow-build-missing",
  severity: "warning",
  summary:
    "An image or container lists workflows, but no build workflow. The list replaces Image Builder's own workflows, so the pipeline tests but creates no image.",
  source: `${guide}: without a build workflow a pipeline is for tests alone`,
  fail: [{ "images/base.yaml": `${exampleProject.image}▸workflows:\n  - aws: test-image\n` }],
  pass: [using("- aws: build-image", "- aws: test-image")],
};

export const workflowGroup: Rule = {
  code: "workflow-group",
  severity: "error",
  summary: "A parallel group contains a workflow that is not a test workflow.",
  source: "API field WorkflowConfiguration.parallelGroup: only applies for test workflows",
  fail: [using("- aws: build-image", "  parallelGroup: ▸first")],
  pass: [using("- aws: test-image", "  parallelGroup: first")],
};

export const workflowFailure: Rule = {
  code: "workflow-failure",
  severity: "warning",
  summary:
    "`onFailure` is set for a workflow that is not a test workflow. A failed build or distribution always ends the run.",
  source: guide,
  fail: [using("- aws: build-image", "  onFailure: ▸continue")],
  pass: [using("- aws: test-image", "  onFailure: continue")],
};

export const workflowFor: Rule = {
  code: "workflow-for",
  severity: "error",
  summary: "An image uses an AWS workflow for containers, or a container uses one for images.",
  source: "Image Builder User Guide, use managed workflows for your images",
  fail: [using("- aws: ▸build-container")],
  pass: [using("- aws: build-image")],
};

export const workflowArn: Rule = {
  code: "workflow-arn",
  severity: "error",
  summary:
    "The ARN of a workflow is not the ARN of an Image Builder workflow with a version. AWS's own workflows need the version x.x.x.",
  source: "API field WorkflowConfiguration.workflowArn; service message \"must have latest version 'x.x.x'\"",
  fail: [using("- arn: ▸arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.2")],
  pass: [using("- arn: arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x")],
};

export const workflowUseRules: readonly Rule[] = [
  workflowMissing,
  workflowParameter,
  workflowCount,
  workflowBuildMissing,
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
    const ofEach = definition.workflows.flatMap((reference, index) => {
      const problems = checkOne(recipe, reference, index, project);
      const stage = stageOf(reference);
      if (stage === undefined) return problems;
      counts[stage]++;
      if (counts[stage] <= most[stage]) return problems;
      const message = `${counts[stage]} workflows for ${stage}, allowed: up to ${most[stage]}`;
      return [...problems, problemAt(workflowCount, source, ["workflows", index], message, "remove it")];
    });
    return [...ofEach, ...checkBuilds(recipe)];
  });
}

function checkBuilds({ kind, source, definition: { workflows } }: Recipe): Problem[] {
  const stages = workflows.map(stageOf);
  // What is not known may be the one that builds.
  if (stages.length === 0 || stages.includes("build") || stages.includes(undefined)) return [];
  const message = `none of the workflows builds, so no ${kind === "image" ? "AMI" : "container image"} is made`;
  return [problemAtKey(workflowBuildMissing, source, ["workflows"], message, `add aws: build-${kind}`)];
}

function checkOne(recipe: Recipe, reference: WorkflowReference, index: number, project: Project): Problem[] {
  const { source, kind } = recipe;
  const path: YamlPath = ["workflows", index];
  const problems: Problem[] = [];
  const document = documentOf(reference);
  const at: YamlPath = [...path, "workflow"];
  if (document !== undefined) {
    const file = project.workflows.get(document);
    if (file === undefined) {
      const names = [...project.workflows.keys()];
      const message = `there is no workflow "${document}" (workflows/${document}.yaml)`;
      const fix = document.startsWith("arn:")
        ? `write arn: ${document}`
        : names.length === 0
          ? `write workflows/${document}.yaml`
          : writeOneOf(document, names);
      problems.push(problemAt(workflowMissing, source, at, message, fix));
    } else if (file.checked.document?.kind === "workflow") {
      problems.push(...checkParameters(recipe, reference, index, at, file.checked.document));
    }
  }
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
  if (reference.from === "aws" && !reference.name.endsWith(kind)) {
    const message = `"${reference.name}" is not for ${kind === "image" ? "an image" : "a container"}`;
    const fix = `write ${reference.name.replace(/(image|container)$/, kind)}`;
    problems.push(problemAt(workflowFor, source, [...path, "aws"], message, fix));
  }
  const fault = reference.from === "arn" ? arnFault(reference.arn, kind) : undefined;
  if (fault !== undefined) problems.push(problemAt(workflowArn, source, [...path, "arn"], ...fault));
  return problems;
}

/** Undefined where it is not known: the document is outside of the folders, or the ARN is none of a workflow. */
function stageOf(reference: WorkflowReference): Stage | undefined {
  if (reference.from === "project") return workflowTypeOfFolder(reference.document)?.toLowerCase() as Stage | undefined;
  if (reference.from === "aws") return managedWorkflows[reference.name];
  const stage = /:workflow\/(build|test|distribution)\//.exec(reference.arn)?.[1];
  return stage as Stage | undefined;
}
