import type { ProjectRule } from "../project-rule";
import { using } from "./example";

export const workflowFor: ProjectRule = {
  code: "workflow-for",
  severity: "error",
  refusedBy: "build",
  summary: "An image uses an AWS workflow for containers, or a container uses one for images.",
  source: "Image Builder User Guide, use managed workflows for your images",
  fail: [using("- aws: ▸build-container")],
  pass: [using("- aws: build-image")],
  eachWorkflows({ kind, path: list, workflows }, report) {
    workflows.forEach((reference, index) => {
      if (reference.from !== "aws" || reference.name.endsWith(kind)) return;
      const message = `"${reference.name}" is not for ${kind === "image" ? "an image" : "a container"}`;
      const fix = `write ${reference.name.replace(/(image|container)$/, kind)}`;
      report([...list, index, "aws"], message, fix);
    });
  },
};
