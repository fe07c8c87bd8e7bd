import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** A workflow document with a parameter. */
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

/** The image with these lines of its list of workflows, and beside it the document that they name, if any. */
export function using(...lines: readonly string[]): Example {
  // Without a workflow that builds, no image is made.
  const all = lines.some((line) => /\bbuild-(image|container)\b/.test(line)) ? lines : ["- aws: build-image", ...lines];
  const isNamed = lines.some((line) => line.includes("test/he"));
  return {
    ...(isNamed ? { "workflows/test/health.yaml": healthDocument() } : {}),
    ...withImage({ more: `workflows:\n${all.map((line) => `  ${line}\n`).join("")}` }),
  };
}

/** A document at this path below workflows/, and the image that uses it. */
export function usedDocument(path: string): Example {
  return {
    [`workflows/${path}.yaml`]: healthDocument({ hasDefault: true }),
    ...withImage({ more: `workflows:\n  - aws: build-image\n  - ${path}\n` }),
  };
}
