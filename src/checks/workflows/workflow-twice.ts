import { repeats } from "../../collections/repeats";
import type { WorkflowReference } from "../../model/workflow-reference";
import { workflowsIn } from "../context/workflow-lists";
import type { ProjectRule } from "../project-rule";
import { using } from "./example";
import { stageOf } from "./workflow-stage";

export const workflowTwice: ProjectRule = {
  code: "workflow-twice",
  severity: "warning",
  summary: "An image or container lists the same test workflow twice with the same parameters. Its tests run twice.",
  source: "API field CreateImagePipeline.workflows, which takes a list; nothing says that AWS refuses a repetition",
  fail: [
    using("- aws: test-image", "- ▸aws: test-image"),
    using("- aws: test-image", "- ▸aws: test-image", "  onFailure: continue"),
  ],
  pass: [using("- aws: test-image"), using(...health("RUNNING"), ...health("STATUS_CHECK_PASSED"))],
  eachWorkflows(list, report) {
    // Another rule reports several workflows of other stages.
    const tests = workflowsIn(list).filter(({ reference }) => stageOf(reference) === "test");
    for (const { item } of repeats(tests, ({ reference }) => whatRuns(reference)))
      report(item.path, "the list already has this workflow, with the same parameters", "remove it");
  },
};

function health(value: string): string[] {
  return ["- workflow: test/health", `  parameters: { Health: ${value} }`];
}

/** Returns a key of a workflow and its parameters, without `onFailure` and the parallel group. */
function whatRuns(reference: WorkflowReference): string {
  return JSON.stringify({ ...reference, onFailure: undefined, parallelGroup: undefined });
}
