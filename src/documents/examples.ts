import type { Example } from "../problems/rule";

/** A component document as the example of a rule. */
export function componentExample(text: string): Example {
  return { "components/linux/example.yaml": text };
}

/** A component document for Linux, all of whose steps are in its build phase. */
export function buildSteps(steps: string): Example {
  return componentExample(withBuildSteps(steps));
}

/** The same for Windows. */
export function windowsBuildSteps(steps: string): Example {
  return { "components/windows/example.yaml": withBuildSteps(steps) };
}

/** A step that breaks no rule, where an example needs one for the rest to be about. */
export const sayHello = `- name: SayHello
  action: ExecuteBash
  inputs:
    commands:
      - echo hello
`;

/** The document of that step alone, for what is about other files. */
export const helloDocument = withBuildSteps(sayHello);

export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}

function withBuildSteps(steps: string): string {
  return `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${indented(steps, 6)}`;
}
