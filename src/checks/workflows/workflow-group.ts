import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { reportOnlyOfTests } from "./workflow-stage";

export const workflowGroup: ProjectRule = {
  code: "workflow-group",
  refusedBy: "AWS",
  summary: "A parallel group contains a workflow that is not a test workflow.",
  source:
    "Image Builder User Guide, configure image pipeline workflows: on a build or distribution workflow, it is rejected with InvalidParameterCombinationException",
  fail: [using("- aws: build-image", "  parallelGroup: ▸first")],
  pass: [using("- aws: test-image", "  parallelGroup: first")],
  eachWorkflow(workflow, report) {
    reportOnlyOfTests("parallelGroup", workflow, report);
  },
};
