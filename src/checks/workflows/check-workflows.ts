import { arnName } from "../../aws/resource-name";
import { sameNames } from "../same-names";
import { fileStart, type Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { workflowTypeOfFolder } from "../../project/component-names";
import { documentName } from "../../factory/names";
import type { Project } from "../../project/load-project";

const document = `schemaVersion: "1.0"
parameters:
  - name: Health
    type: string
    default: RUNNING
steps:
  - name: LaunchTestInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
      healthCheck.$: $.parameters.Health
`;
const component = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Update
        action: UpdateOS
`;

export const workflowFolder: Rule = {
  code: "workflow-folder",
  severity: "error",
  unsilenceable: true,
  summary:
    "A workflow document is outside workflows/build, workflows/test and workflows/distribution. Its folder sets the type.",
  source: "API field CreateWorkflow.type",
  fail: [{ "workflows/health.yaml": `▸${document}` }],
  pass: [{ "workflows/test/health.yaml": document }],
};

export const workflowNameTaken: Rule = {
  code: "workflow-name-taken",
  severity: "error",
  unsilenceable: true,
  summary:
    "Two workflow documents have the same name in AWS. Folders are joined with hyphens, letter case is ignored, and spaces and underscores become hyphens.",
  source: "API type ResourceName: a workflow's name holds no slash",
  fail: [{ "workflows/test/web-health.yaml": `▸${document}`, "workflows/test/web/health.yaml": `▸${document}` }],
  pass: [{ "workflows/test/web-health.yaml": document }],
};

export const workflowKind: Rule = {
  code: "workflow-document",
  severity: "error",
  summary: "A file under workflows/ is a component document: it has phases instead of steps.",
  source: "Image Builder User Guide, create a YAML workflow document",
  fail: [{ "workflows/build/update.yaml": `▸${component}` }],
  pass: [{ "workflows/test/update.yaml": document }],
};

export const workflowFileRules: readonly Rule[] = [workflowFolder, workflowNameTaken, workflowKind];

/** Checks each document under workflows/, and their names against each other. */
export function checkWorkflowFiles(project: Project): Problem[] {
  const ofEach = [...project.workflows.values()].flatMap(({ document: path, file, checked }) => {
    const report = (rule: Rule, message: string, fix: string) => problemOf(rule, file, fileStart, message, fix);
    if (checked.document?.kind === "component")
      return [report(workflowKind, `"${file}" is a component document`, "move it below components, or write steps")];
    const found = [...checked.problems];
    if (workflowTypeOfFolder(path) === undefined) {
      const fix = "move it to workflows/build, workflows/test or workflows/distribution";
      found.push(report(workflowFolder, `"${file}" is in no folder of a workflow type`, fix));
    }
    return found;
  });
  return [...ofEach, ...checkNames(project)];
}

function checkNames({ workflows }: Project): Problem[] {
  const named = [...workflows.values()].map((each) => ({ name: documentName(each.document), file: each.file }));
  return sameNames(named).map(({ item, other }) => {
    const message = `"${other.file}" is the workflow "${arnName(item.name)}" in ARNs, too`;
    return problemOf(workflowNameTaken, item.file, fileStart, message, "rename one of the two");
  });
}
