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
export const using = (...lines: readonly string[]): Example => {
  // Without a workflow that builds, no image is made.
  const all = lines.some((line) => line.includes("build")) ? lines : ["- aws: build-image", ...lines];
  return {
    "workflows/test/health.yaml": health,
    "images/base.yaml": `${exampleProject.image}workflows:\n${all.map((line) => `  ${line}\n`).join("")}`,
  };
};
