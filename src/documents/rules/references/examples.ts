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

export const chainingPage =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-chaining";
export const variablesPage =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";

/** Returns a step that prints a text. */
export function echo(text: string): string {
  return `- name: Show\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo "${text}"\n`;
}

/** Returns a document that prints a text after the step SayHello. */
export function showing(text: string): Example {
  return buildSteps(`${sayHello}${echo(text)}`);
}

export const referring = showing("{{ build.SayHello.outputs.stdout }}");

/** Returns the declaration of the parameter Package. */
export function packageParameter(mark = ""): string {
  return `parameters:\n  - ${mark}Package:\n      type: string\n      default: jq\n`;
}

/** Returns a document that declares the parameter Package and prints a text. */
export function withPackage(text: string): Example {
  return componentExample(`${packageParameter()}${componentText({ steps: echo(text) })}`);
}

/** Returns a document that prints a text in the phase test, after the step Greet. */
export function inTest(text: string): Example {
  return componentExample(
    `${helloDocument}  - name: test\n    steps:\n${indented(helloStep("Greet"), 6)}${indented(echo(text), 6)}`,
  );
}
