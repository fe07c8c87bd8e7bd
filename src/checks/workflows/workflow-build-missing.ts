import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { using } from "./example";
import { stageOf } from "./workflow-stage";

export const workflowBuildMissing: ProjectRule = {
  code: "workflow-build-missing",
  severity: "warning",
  summary:
    "An image or container lists workflows, but no build workflow. The list replaces Image Builder's own workflows, so the pipeline creates no image.",
  source: "Image Builder User Guide, manage image workflows: a pipeline may be for tests alone",
  fail: [
    withImage({ more: "▸workflows:\n  - aws: test-image\n" }),
    withContainer({ more: "▸workflows:\n  - aws: test-container\n" }),
  ],
  pass: [
    using("- aws: build-image", "- aws: test-image"),
    withImage({ more: "workflows: []\n" }),
    using("- aws: build-image", "- workflow: test/health", "  parameters: { Health: RUNNING }"),
  ],
  eachWorkflows({ kind, path: list, workflows }, report) {
    const stages = workflows.map(stageOf);
    // A workflow of an unknown stage may be the build workflow.
    if (stages.length === 0 || stages.includes(undefined) || stages.includes("build")) return;
    const message = `none of the workflows builds, so no ${kind === "image" ? "AMI" : "container image"} is created`;
    report({ key: list }, message, `add aws: build-${kind}`);
  },
};
