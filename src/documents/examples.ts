import type { Example } from "../problems/rule";

/** A component document as the example of a rule. */
export function componentExample(text: string): Example {
  return { "components/linux/example.yaml": text };
}

/** A component document for Linux, all of whose steps are in its build phase. */
export function buildSteps(steps: string): Example {
  return componentExample(componentText({ steps }));
}

/** The same for Windows. */
export function windowsBuildSteps(steps: string): Example {
  return { "components/windows/example.yaml": componentText({ steps }) };
}

/** A step that breaks no rule. */
export function helloStep(name = "SayHello"): string {
  return `- name: ${name}
  action: ExecuteBash
  inputs:
    commands:
      - echo hello
`;
}

/** The same, where an example needs one for the rest to be about. */
export const sayHello = helloStep();

/** The text of a component document with one phase, of parts that differ; without any, one that breaks no rule. */
export function componentText({ version = "1.0", phase = "build", steps = sayHello } = {}): string {
  return `schemaVersion: ${version}\nphases:\n  - name: ${phase}\n    steps:\n${indented(steps, 6)}`;
}

/** That document, for what is about other files. */
export const helloDocument = componentText();

export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}
