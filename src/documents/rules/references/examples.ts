import type { Example } from "../../../problems/rule";
import {
  buildSteps,
  componentExample,
  componentText,
  helloDocument,
  helloStep,
  indented,
  sayHello,
} from "../../examples";

/** A step that prints a text. */
export function echo(text: string): string {
  return `- name: Show\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo "${text}"\n`;
}

/** The text is printed after the step SayHello. */
export function showing(text: string): Example {
  return buildSteps(`${sayHello}${echo(text)}`);
}

export const referring = showing("{{ build.SayHello.outputs.stdout }}");

/** The declaration of the parameter Package. */
export function packageParameter(mark = ""): string {
  return `parameters:\n  - ${mark}Package:\n      type: string\n      default: jq\n`;
}

/** The text is printed in a document that declares the parameter Package. */
export function withPackage(text: string): Example {
  return componentExample(`${packageParameter()}${componentText({ steps: echo(text) })}`);
}

/** The text is printed in the phase test, after the step Greet. */
export function inTest(text: string): Example {
  return componentExample(
    `${helloDocument}  - name: test\n    steps:\n${indented(helloStep("Greet"), 6)}${indented(echo(text), 6)}`,
  );
}
