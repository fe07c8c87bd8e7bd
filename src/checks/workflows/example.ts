import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** Returns a workflow document with a parameter. */
export function healthDocument({ hasDefault = false } = {}): string {
  return `schemaVersion: "1.0"
parameters:
  - name: Health
    type: string
${hasDefault ? "    default: RUNNING\n" : ""}steps:
  - name: LaunchTestInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
      healthCheck.$: $.parameters.Health
`;
}

/** Returns a project whose image has these lines in its list of workflows, with the document if one is named. */
export function using(...lines: readonly string[]): Example {
  // An image needs a build workflow.
  const all = lines.some((line) => /\bbuild-(image|container)\b/.test(line)) ? lines : ["- aws: build-image", ...lines];
  const isNamed = lines.some((line) => line.includes("test/he"));
  return {
    ...(isNamed ? { "workflows/test/health.yaml": healthDocument() } : {}),
    ...withImage({ more: `workflows:\n${all.map((line) => `  ${line}\n`).join("")}` }),
  };
}

/** Returns a project with a document at this path below workflows/ and an image that uses it. */
export function usedDocument(path: string): Example {
  return {
    [`workflows/${path}.yaml`]: healthDocument({ hasDefault: true }),
    ...withImage({ more: `workflows:\n  - aws: build-image\n  - ${path}\n` }),
  };
}
