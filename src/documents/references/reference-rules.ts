import type { Rule } from "../../problems/rule";
import { buildSteps, componentExample, indented, sayHello } from "../examples";

const chaining = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-chaining";
const variables = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";
const loops = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-looping-constructs.html";

const echo = (text: string): string =>
  `- name: Show\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo "${text}"\n`;
const showing = (text: string) => buildSteps(`${sayHello}${echo(text)}`);
const shown = showing("{{ build.SayHello.outputs.stdout }}");
const parameter = "parameters:\n  - Package:\n      type: string\n      default: jq\n";
const withParameter = (text: string) =>
  componentExample(`${parameter}${buildSteps(echo(text))["components/linux/example.yaml"] ?? ""}`);
const inTest = (text: string) =>
  componentExample(
    `${buildSteps(sayHello)["components/linux/example.yaml"] ?? ""}  - name: test\n    steps:\n${indented(sayHello.replace("SayHello", "Greet"), 6)}${indented(echo(text), 6)}`,
  );

export const unknownPhase: Rule = {
  code: "unknown-phase",
  severity: "warning",
  summary: "A reference names a phase that the document does not have, so it stays as it is.",
  source: chaining,
  fail: showing("▸{{ biuld.SayHello.outputs.stdout }}"),
  pass: shown,
};

export const unknownStep: Rule = {
  code: "unknown-step",
  severity: "warning",
  summary: "A reference names a step that its phase does not have, so it stays as it is.",
  source: chaining,
  fail: showing("▸{{ build.SayHelo.outputs.stdout }}"),
  pass: shown,
};

export const unknownValue: Rule = {
  code: "unknown-value",
  severity: "warning",
  summary: "A reference names an output that the action does not offer, or an input that the step does not give.",
  source: `${chaining}; the outputs of each action module`,
  fail: showing("▸{{ build.SayHello.outputs.output }}"),
  pass: shown,
};

export const laterStep: Rule = {
  code: "later-step",
  severity: "warning",
  summary: "A reference names a step that has not run by then: a later one, or the step itself.",
  source: chaining,
  fail: buildSteps(`${echo("▸{{ build.SayHello.outputs.stdout }}")}${sayHello}`),
  pass: shown,
};

export const otherStage: Rule = {
  code: "other-stage",
  severity: "warning",
  summary:
    "A reference leads from the test stage to the build stage or back; Image Builder runs them on different instances, so it never resolves.",
  source: `${chaining}; https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html`,
  fail: inTest("▸{{ build.SayHello.outputs.stdout }}"),
  pass: inTest("{{ test.Greet.outputs.stdout }}"),
};

export const malformedChain: Rule = {
  code: "malformed-chain",
  severity: "warning",
  summary: "A reference starts with a phase and does not go on with a step, inputs or outputs, and the name of one.",
  source: chaining,
  fail: showing("▸{{ build.SayHello.stdout }}"),
  pass: shown,
};

export const brokenBraces: Rule = {
  code: "broken-braces",
  severity: "warning",
  summary: "A reference lacks one of its four braces, so it stays as it is.",
  source: chaining,
  fail: showing("▸{{ build.SayHello.outputs.stdout }"),
  pass: shown,
};

export const undeclaredParameter: Rule = {
  code: "undeclared-parameter",
  severity: "warning",
  summary: "A reference names neither a parameter nor a constant of the document.",
  source: variables,
  fail: withParameter("{{ Package }} ▸{{ Pakage }}"),
  pass: withParameter("{{ Package }}"),
};

export const unusedParameter: Rule = {
  code: "unused-parameter",
  severity: "warning",
  summary: "Nothing in the document uses a parameter or constant.",
  source: variables,
  fail: componentExample(
    `${parameter.replace("- Package", "- ▸Package")}${buildSteps(sayHello)["components/linux/example.yaml"] ?? ""}`,
  ),
  pass: withParameter("{{ Package }}"),
};

export const loopReference: Rule = {
  code: "loop-reference",
  severity: "warning",
  summary: "A reference names a loop that its step does not have, so it stays as it is.",
  source: loops,
  fail: buildSteps(echo("▸{{ loop.index }}")),
  pass: buildSteps(`${echo("{{ loop.index }}")}  loop:\n    forEach: [a, b]\n`),
};

export const forbiddenMetadata: Rule = {
  code: "forbidden-metadata",
  severity: "error",
  summary: "A reference reads credentials from the instance metadata; AWSTOE refuses iam/ and identity-credentials/.",
  source: variables,
  fail: buildSteps(echo("▸{{ aws:imds:iam/info }}")),
  pass: buildSteps(echo("{{ aws:imds:instance-id }}")),
};

export const unknownContext: Rule = {
  code: "unknown-context",
  severity: "warning",
  summary:
    "A reference names something that AWSTOE does not know of the run, or starts with an unknown word and a colon.",
  source: variables,
  fail: buildSteps(echo("▸{{ context:regoin }}")),
  pass: buildSteps(echo("{{ context:region }}")),
};

export const referenceRules = [
  unknownPhase,
  unknownStep,
  unknownValue,
  laterStep,
  otherStage,
  malformedChain,
  brokenBraces,
  undeclaredParameter,
  unusedParameter,
  loopReference,
  forbiddenMetadata,
  unknownContext,
];
