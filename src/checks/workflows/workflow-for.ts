import { managedWorkflows } from "../../aws/managed-workflows";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { using } from "./example";

const inContainer = (line: string) =>
  withContainer({
    more: `workflows:\n${line.includes("-build-") ? "" : "  - aws: build-container\n"}  ${line}\n`,
  });

export const workflowFor: ProjectRule = {
  code: "workflow-for",
  severity: "warning",
  summary: "An image uses an AWS workflow for containers, or a container uses one for images.",
  source: "Image Builder User Guide, use managed workflows for your images",
  fail: [using("- aws: ▸build-container"), inContainer("- aws: ▸express-test-image")],
  pass: [using("- aws: build-image"), inContainer("- aws: express-build-container")],
  eachWorkflow({ kind, reference, path }, report) {
    if (reference.from !== "aws" || reference.name.endsWith(kind)) return;
    const message = `"${reference.name}" is not for ${kind === "image" ? "an image" : "a container"}`;
    const other = reference.name.replace(/(image|container)$/, kind);
    const fix = `write ${other in managedWorkflows ? other : other.replace(/^express-/, "")}`;
    report([...path, "aws"], message, fix);
  },
};
