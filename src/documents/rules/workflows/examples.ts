import type { Example } from "../../../problems/rule";

const guide = "https://docs.aws.amazon.com/imagebuilder/latest/userguide";
export const documentPage = `${guide}/image-workflow-create-document.html`;
export const actionsPage = `${guide}/wfdoc-step-actions.html`;
export const dynamicValuesPage = `${guide}/wfdoc-dynamic-vars.html`;
export const quotasPage = "https://docs.aws.amazon.com/general/latest/gr/imagebuilder.html";

/** Returns a workflow document as the example of a rule. */
export function workflowExample(text: string): Example {
  return { "workflows/example.yaml": text };
}

export const healthParameter = "  - name: Health\n    type: string\n    default: RUNNING\n";

/** Returns a small workflow document. Without arguments, the document breaks no rule. */
export function workflow({
  parameters = healthParameter,
  healthCheck = "healthCheck.$",
  name = "RunTests",
  action = "ExecuteComponents",
  timeout = "3600",
  condition = "stringEquals: Linux",
  platform = "$.imagebuilder.platform",
  instance = "$.stepOutputs.Launch.instanceId",
} = {}): Example {
  return workflowExample(`schemaVersion: 1.0
parameters:
${parameters}steps:
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
      ${healthCheck}: $.parameters.Health
  - name: ${name}
    action: ${action}
    timeoutSeconds: ${timeout}
    if:
      ${condition}
      value: ${platform}
    inputs:
      instanceId.$: ${instance}
`);
}

export const goodWorkflow = workflow();

/** Returns a workflow document with one step. */
export function workflowStep(action: string, ...inputs: readonly string[]): Example {
  const lines = inputs.map((line) => `      ${line}\n`).join("");
  return workflowExample(`schemaVersion: 1.0\nsteps:\n  - name: Step\n    action: ${action}\n    inputs:\n${lines}`);
}

export const jsonFix = 'write JSON, e.g. {"image": "{{ $.stepOutputs.Create.imageId }}"}';
