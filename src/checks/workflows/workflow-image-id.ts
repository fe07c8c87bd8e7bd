import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { stageOf } from "./workflow-stage";

/** Actions whose output `imageId` is the AMI. Source: Image Builder User Guide, "Supported step actions". */
const makers = new Set(["CreateImage", "RegisterImage"]);

const document = (outputs: string) => ({
  "workflows/build/own.yaml": `schemaVersion: "1.0"
steps:
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
  - name: Finish
    action: CreateImage
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
${outputs}`,
});
const building = (outputs: string, mark = "") => ({
  ...document(outputs),
  ...withImage({ more: `workflows:\n  - ${mark}build/own\n` }),
});
const output = (name: string) => `outputs:\n  - name: ${name}\n    value: $.stepOutputs.Finish.imageId\n`;

export const workflowImageId: ProjectRule = {
  code: "workflow-image-id",
  refusedBy: "AWS",
  summary:
    "The build workflow of an image has no output named ImageId, which tells Image Builder what AMI was built. AWS refuses the pipeline.",
  source:
    'service message "Build workflow must have output named ImageId to build AMI", in pull request 812 of CloudSnorkel/cdk-github-runners',
  fail: [building("", "▸"), building(output("AmiId"), "▸")],
  pass: [building(output("ImageId")), { ...document(""), ...withContainer({ more: "workflows:\n  - build/own\n" }) }],
  eachWorkflows({ kind, path, workflows }, report, { project }) {
    if (kind !== "image") return;
    for (const [index, workflow] of workflows.entries()) {
      if (workflow.from !== "project" || stageOf(workflow) !== "build") continue;
      const read = project.workflows.get(workflow.document)?.checked.document;
      if (read?.kind !== "workflow" || read.outputs.includes("ImageId")) continue;
      const maker = read.steps.find(({ action }) => makers.has(action))?.name ?? "<step>";
      const message = `the build workflow "${workflow.document}" has no output named "ImageId"`;
      const fix = `add { name: ImageId, value: $.stepOutputs.${maker}.imageId } to the outputs of the document`;
      report([...path, index], message, fix);
    }
  },
};
