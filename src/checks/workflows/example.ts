import { exampleProject } from "../../definitions/rules";
import type { Example } from "../../problems/rule";

const health = `schemaVersion: "1.0"
parameters:
  - name: Health
    type: string
steps:
  - name: LaunchTestInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
      healthCheck.$: $.parameters.Health
`;
/** An image with a workflow document beside it, and the lines of its list of workflows. */
export const using = (...lines: readonly string[]): Example => ({
  "workflows/test/health.yaml": health,
  "images/base.yaml": `${exampleProject.image}workflows:\n${lines.map((line) => `  ${line}\n`).join("")}`,
});
