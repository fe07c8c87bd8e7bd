import type { Example } from "../../../problems/rule";
import { componentExample, componentText } from "../../examples";

export const variablesPage =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";

/** Returns the remainder of a document: a step that installs the packages named by the given parameters. */
function stepsUsing(...parameters: readonly string[]): string {
  const packages = parameters.map((name) => `"{{ ${name} }}"`).join(" ");
  return componentText({
    steps: `- name: Install\n  action: ExecuteBash\n  inputs:\n    commands:\n      - dnf install --assumeyes ${packages}\n`,
  });
}

export const useOfPackage = stepsUsing("Package");

export function withParameter(parameter: string): Example {
  return componentExample(`parameters:\n${parameter}${useOfPackage}`);
}

export const goodParameter = withParameter("  - Package:\n      type: string\n      default: jq\n");

/** Returns a document with `count` parameters. The mark, if any, precedes the last one. */
export function withParameters(count: number, mark = ""): Example {
  const names = Array.from({ length: count }, (_, index) => `Package${index + 1}`);
  const declared = names.map(
    (name, index) => `  - ${index === count - 1 ? mark : ""}${name}:\n      type: string\n      default: jq\n`,
  );
  return componentExample(`parameters:\n${declared.join("")}${stepsUsing(...names)}`);
}
