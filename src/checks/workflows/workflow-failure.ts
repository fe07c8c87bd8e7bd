import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { reportOnlyOfTests } from "./workflow-stage";

export const workflowFailure: ProjectRule = {
  code: "workflow-failure",
  refusedBy: "AWS",
  summary:
    "`onFailure` is set for a workflow that is not a test workflow. A failed build or distribution always ends the run.",
  source:
    "Image Builder User Guide, configure image pipeline workflows: on a build or distribution workflow, it is rejected with InvalidParameterCombinationException",
  fail: [using("- aws: build-image", "  onFailure: ▸continue")],
  pass: [using("- aws: test-image", "  onFailure: continue")],
  eachWorkflow(workflow, report) {
    reportOnlyOfTests("onFailure", workflow, report);
  },
};
