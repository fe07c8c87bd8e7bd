import { documentOf } from "../../model/component-reference";
import { writeOneOf } from "../../problems/suggest";
import { reportUndefined, usableDocuments } from "../documents";
import type { ProjectRule } from "../project-rule";
import { using } from "./example";

export const workflowMissing: ProjectRule = {
  code: "workflow-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "An image, container or environment names a workflow document that does not exist under workflows/.",
  source: "docs/reference.md",
  fail: [
    using("- workflow: ▸test/helath", "  parameters: { Health: RUNNING }"),
    using("- ▸test/helath"),
    using("- ▸arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x"),
  ],
  pass: [using("- workflow: test/health", "  parameters: { Health: RUNNING }")],
  eachWorkflow({ reference, path }, report, { project }) {
    const document = documentOf(reference);
    if (document === undefined || project.workflows.has(document)) return;
    const usable = usableDocuments("workflows", project);
    const fix = document.startsWith("arn:")
      ? `write arn: ${document}`
      : usable.length === 0
        ? `write workflows/${document}.yaml`
        : writeOneOf(document, usable);
    const message = `there is no workflow "${document}" (workflows/${document}.yaml)`;
    report([...path, "workflow"], message, fix);
  },
  project({ project }, report) {
    reportUndefined("workflows", project, report);
  },
};
