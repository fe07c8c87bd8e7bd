import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** Returns a component document with one step. */
export function stepDocument(phase: string, action: string, ...inputs: readonly string[]): string {
  const lines = inputs.length === 0 ? "" : `        inputs:\n${inputs.map((line) => `          ${line}\n`).join("")}`;
  return `schemaVersion: 1.0\nphases:\n  - name: ${phase}\n    steps:\n      - name: Step\n        action: ${action}\n${lines}`;
}

/** Returns a component document with a parameter and one step with this action. */
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

/** Returns a project whose image uses `installDocument` with these parameters. */
export function installing(parameters: string): Example {
  return {
    "components/linux/install.yaml": installDocument(),
    ...withImage({ components: [`component: linux/install\nparameters: ${parameters}`] }),
  };
}
