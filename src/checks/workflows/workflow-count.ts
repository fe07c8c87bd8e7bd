import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { type Stage, stageOf } from "./workflow-stage";

/** Stages with at most one workflow. The number of test workflows is only limited by the quota of all workflows. */
const single: readonly Stage[] = ["build", "distribution"];

export const workflowCount: ProjectRule = {
  code: "workflow-count",
  refusedBy: "AWS",
  summary: "An image or container has more than one workflow that builds, or more than one that distributes.",
  source: "Image Builder User Guide, manage image workflows: a request can include at most one of each",
  fail: [using("- aws: build-image", "- ▸aws: build-image")],
  pass: [using("- aws: build-image", "- aws: test-image", "- aws: express-test-image")],
  eachWorkflows({ path: list, workflows }, report) {
    for (const stage of single) {
      const places = [...workflows.keys()].filter((index) => workflows[index] && stageOf(workflows[index]) === stage);
      for (const index of places.slice(1))
        report([...list, index], `${places.length} workflows for ${stage}, allowed: one`, "remove it");
    }
  },
};
