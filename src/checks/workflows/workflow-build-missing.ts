import type { WorkflowReference } from "../../model/workflow-reference";
import type { Project } from "../../project/load-project";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { using } from "./example";
import { stageOf } from "./workflow-stage";

/** Actions that create the AMI. Source: Image Builder User Guide, "Supported step actions". */
const makers = new Set(["CreateImage", "CreateImageFromIso", "RegisterImage"]);

const building = (action: string, mark = "") => ({
  "workflows/build/own.yaml": `schemaVersion: "1.0"
steps:
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
  - name: Finish
    action: ${action}
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
`,
  ...withImage({ more: `workflows:\n  - ${mark}build/own\n` }),
});

export const workflowBuildMissing: ProjectRule = {
  code: "workflow-build-missing",
  severity: "warning",
  summary:
    "An image or container lists workflows, but no build workflow, or one without a step that creates an image. The list replaces Image Builder's own workflows, so the pipeline creates no image.",
  source:
    "Image Builder User Guide, manage image workflows: a pipeline may be for tests alone; supported step actions, CreateImage",
  fail: [
    withImage({ more: "▸workflows:\n  - aws: test-image\n" }),
    building("TerminateInstance", "▸"),
    withContainer({ more: "▸workflows:\n  - aws: test-container\n" }),
  ],
  pass: [
    using("- aws: build-image", "- aws: test-image"),
    withImage({ more: "workflows: []\n" }),
    building("CreateImage"),
    using("- aws: build-image", "- workflow: test/health", "  parameters: { Health: RUNNING }"),
  ],
  eachWorkflows({ kind, path: list, workflows }, report, { project }) {
    const stages = workflows.map(stageOf);
    // A workflow of an unknown stage may be the build workflow.
    if (stages.length === 0 || stages.includes(undefined)) return;
    if (!stages.includes("build")) {
      const message = `none of the workflows builds, so no ${kind === "image" ? "AMI" : "container image"} is created`;
      report({ key: list }, message, `add aws: build-${kind}`);
      return;
    }
    const index = workflows.findIndex((workflow) => makesNothing(workflow, project));
    if (kind !== "image" || index < 0) return;
    const message = "the build workflow has no step that creates an image, so no AMI is created";
    report([...list, index], message, "add a step with the action CreateImage");
  },
};

/** Checks whether a workflow is a build workflow of this project without a step that creates an AMI. */
function makesNothing(workflow: WorkflowReference, { workflows }: Project): boolean {
  if (workflow.from !== "project" || stageOf(workflow) !== "build") return false;
  const document = workflows.get(workflow.document)?.checked.document;
  return document?.kind === "workflow" && !document.steps.some(({ action }) => makers.has(action));
}
