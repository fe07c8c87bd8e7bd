import type { Example } from "../problems/rule";

/** Returns a component document as the example of a rule. */
export function componentExample(text: string): Example {
  return { "components/linux/example.yaml": text };
}

/** Returns a Linux component document as an example, with the given steps in its build phase. */
export function buildSteps(steps: string): Example {
  return componentExample(componentText({ steps }));
}

/** Returns a Windows component document as an example, with the given steps in its build phase. */
export function windowsBuildSteps(steps: string): Example {
  return { "components/windows/example.yaml": componentText({ steps }) };
}

/** Returns a step that breaks no rule. */
export function helloStep(name = "SayHello"): string {
  return `- name: ${name}
  action: ExecuteBash
  inputs:
    commands:
      - echo hello
`;
}

/** A step that breaks no rule, for examples that need a step but are about something else. */
export const sayHello = helloStep();

/** Returns the text of a component document with one phase. Without arguments, the document breaks no rule. */
export function componentText({ version = "1.0", phase = "build", steps = sayHello } = {}): string {
  return `schemaVersion: ${version}\nphases:\n  - name: ${phase}\n    steps:\n${indented(steps, 6)}`;
}

/** A component document that breaks no rule, for examples that are about other files. */
export const helloDocument = componentText();

export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}
