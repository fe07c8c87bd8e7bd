import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** A component document of one step. */
export function stepDocument(phase: string, action: string, ...inputs: readonly string[]): string {
  const lines = inputs.length === 0 ? "" : `        inputs:\n${inputs.map((line) => `          ${line}\n`).join("")}`;
  return `schemaVersion: 1.0\nphases:\n  - name: ${phase}\n    steps:\n      - name: Step\n        action: ${action}\n${lines}`;
}

/** A component document with a parameter, whose step has this action. */
export function installDocument(action = "ExecuteBash"): string {
  return `schemaVersion: 1.0
parameters:
  - Packages:
      type: string
      allowedValues: [jq, git]
phases:
  - name: build
    steps:
      - name: Install
        action: ${action}
        inputs:
          commands:
            - dnf install -y {{ Packages }}
`;
}

/** The image uses that document, with these parameters. */
export function installing(parameters: string): Example {
  return {
    "components/linux/install.yaml": installDocument(),
    ...withImage({ components: [`component: linux/install\nparameters: ${parameters}`] }),
  };
}
