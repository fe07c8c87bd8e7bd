import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { stageOf } from "./workflow-stage";

export const workflowBuildMissing: ProjectRule = {
  code: "workflow-build-missing",
  severity: "warning",
  summary:
    "An image or container lists workflows, but no build workflow. The list replaces Image Builder's own workflows, so the pipeline tests but creates no image.",
  source:
    "Image Builder User Guide, configure image pipeline workflows: without a build workflow a pipeline is for tests alone",
  fail: [withImage({ more: "▸workflows:\n  - aws: test-image\n" })],
  pass: [using("- aws: build-image", "- aws: test-image"), withImage({ more: "workflows: []\n" })],
  eachWorkflows({ kind, path: list, workflows }, report) {
    const stages = workflows.map(stageOf);
    // What is not known may be the one that builds.
    if (stages.length === 0 || stages.includes("build") || stages.includes(undefined)) return;
    const message = `none of the workflows builds, so no ${kind === "image" ? "AMI" : "container image"} is made`;
    report({ key: list }, message, `add aws: build-${kind}`);
  },
};
