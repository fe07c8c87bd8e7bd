import type { Platform } from "../../aws/platform";
import { workflowActions } from "../../documents/workflows/workflow-actions";
import type { WorkflowStep } from "../../documents/workflows/workflow-document";
import type { Project } from "../../project/load-project";
import { withImage, withWindowsImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { containerText } from "../recipes/container-example";

const document = (action: string, condition = "") => `schemaVersion: "1.0"
steps:
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
  - name: CleanUp
    action: ${action}
${condition}    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
  - name: Create
    action: CreateImage
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
outputs:
  - name: ImageId
    value: $.stepOutputs.Create.imageId
`;
const onWindows = "    if:\n      stringEquals: Windows\n      value: $.imagebuilder.platform\n";
const linux = (text: string, marker = "") => ({
  "workflows/build/own.yaml": text,
  ...withImage({ more: `workflows:\n  - ${marker}build/own\n` }),
});
/** A container whose parent is a Windows container of the project, which its own definition does not say. */
const onWindowsContainer = (text: string, marker = "") => ({
  "workflows/build/own.yaml": text,
  "containers/windows.yaml": containerText({
    parent: ["arn: arn:aws:imagebuilder:us-east-1:123456789012:image/windows-core/x.x.x", "platform: Windows"],
    component: "update-windows",
  }),
  "containers/web.yaml": containerText({
    parent: ["container: windows"],
    component: "update-windows",
    more: `workflows:\n  - ${marker}build/own\n`,
  }),
});
const windows = (text: string, marker = "") => ({
  "workflows/build/own.yaml": text,
  ...withWindowsImage(`workflows:\n  - ${marker}build/own\n`),
});

export const workflowPlatform: ProjectRule = {
  code: "workflow-platform",
  refusedBy: "build",
  summary:
    "A workflow of an image always runs a step that is for another operating system: RunSysPrep without Windows, or SanitizeInstance on Windows.",
  source:
    "Image Builder User Guide, supported step actions: AWSEC2-RunSysprep is for Windows instances, the sanitize script for Linux; Systems Manager API, SendCommand: UnsupportedPlatformType",
  fail: [
    linux(document("RunSysPrep"), "▸"),
    windows(document("SanitizeInstance"), "▸"),
    onWindowsContainer(document("SanitizeInstance"), "▸"),
  ],
  pass: [
    linux(document("SanitizeInstance")),
    linux(document("RunSysPrep", onWindows)),
    windows(document("RunSysPrep")),
    onWindowsContainer(document("RunSysPrep")),
    windows(document("SanitizeInstance", "    if:\n      stringEquals: Linux\n      value: $.imagebuilder.platform\n")),
  ],
  eachWorkflow({ kind, owner, reference, path }, report, { project, recipeOf }) {
    const steps = reference.from === "project" ? stepsOf(reference.document, project) : [];
    if (steps.length === 0) return;
    const platform = recipeOf(kind, owner)?.base?.platform;
    const step = platform && steps.find(({ action }) => !isFor(action, platform));
    if (step === undefined) return;
    const [fit = ""] = workflowActions.get(step.action)?.platforms ?? [];
    const message = `"${owner}" is ${platform}, and step "${step.name}" always runs ${step.action}, which is for ${fit}`;
    const fix = `remove the step, or add if: { stringEquals: ${fit}, value: $.imagebuilder.platform } to it`;
    report(path, message, fix);
  },
};

/** Returns the steps of a document that always run but do not support every platform. */
function stepsOf(path: string, { workflows }: Project): WorkflowStep[] {
  const { document: read } = workflows.get(path)?.checked ?? {};
  return (read?.kind === "workflow" ? read.steps : []).filter(
    ({ action, isConditional }) => !isConditional && workflowActions.get(action)?.platforms !== undefined,
  );
}

function isFor(action: string, platform: Platform): boolean {
  return workflowActions.get(action)?.platforms?.includes(platform) !== false;
}
