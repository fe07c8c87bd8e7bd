import type { Rule } from "../../problems/rule";

const guide = "https://docs.aws.amazon.com/imagebuilder/latest/userguide";
export const documentPage = `${guide}/image-workflow-create-document.html`;
export const actionsPage = `${guide}/wfdoc-step-actions.html`;
export const dynamicValuesPage = `${guide}/wfdoc-dynamic-vars.html`;
export const quotasPage = "https://docs.aws.amazon.com/general/latest/gr/imagebuilder.html";

const file = "workflows/example.yaml";
const example = `schemaVersion: 1.0
parameters:
  - name: Health
    type: string
    default: RUNNING
steps:
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
      healthCheck.$: $.parameters.Health
  - name: RunTests
    action: ExecuteComponents
    timeoutSeconds: 3600
    if:
      stringEquals: Linux
      value: $.imagebuilder.platform
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
`;

/** The examples of a rule that a small workflow breaks once `from` is replaced by `to`. */
export function workflowExample(from: string, to: string): Pick<Rule, "fail" | "pass"> {
  return { fail: [{ [file]: example.replace(from, () => to) }], pass: [{ [file]: example }] };
}

/** The same with a document of its own for what breaks the rule. */
export function brokenWorkflow(text: string): Pick<Rule, "fail" | "pass"> {
  return { fail: [{ [file]: text }], pass: [{ [file]: example }] };
}
