import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { stageOf } from "./workflow-stage";

export const workflowFailure: ProjectRule = {
  code: "workflow-failure",
  refusedBy: "AWS",
  summary:
    "`onFailure` is set for a workflow that is not a test workflow. A failed build or distribution always ends the run.",
  source:
    "Image Builder User Guide, configure image pipeline workflows: on a build or distribution workflow, it is rejected with InvalidParameterCombinationException",
  fail: [using("- aws: build-image", "  onFailure: ▸continue")],
  pass: [using("- aws: test-image", "  onFailure: continue")],
  eachWorkflow({ reference, path }, report) {
    const stage = stageOf(reference);
    if (stage === undefined || stage === "test" || reference.onFailure === undefined) return;
    const message = `"onFailure" is for test workflows, and this one is for ${stage}`;
    report([...path, "onFailure"], message, "remove it");
  },
};
