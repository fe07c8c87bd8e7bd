import type { Rule } from "../../problems/rule";
import { buildSteps, componentExample, componentText, helloDocument, helloStep, indented, sayHello } from "../examples";

const chaining = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-chaining";
const variables = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";
const loops = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-looping-constructs.html";

const echo = (text: string): string =>
  `- name: Show\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo "${text}"\n`;
const showing = (text: string) => buildSteps(`${sayHello}${echo(text)}`);
const shown = showing("{{ build.SayHello.outputs.stdout }}");
const parameter = (marker = "") => `parameters:\n  - ${marker}Package:\n      type: string\n      default: jq\n`;
const withParameter = (text: string) => componentExample(`${parameter()}${componentText({ steps: echo(text) })}`);
const inTest = (text: string) =>
  componentExample(
    `${helloDocument}  - name: test\n    steps:\n${indented(helloStep("Greet"), 6)}${indented(echo(text), 6)}`,
  );

export const unknownPhase: Rule = {
  code: "unknown-phase",
  severity: "warning",
  summary: "A reference names a phase that the document does not have. It is not replaced.",
  source: chaining,
  fail: [showing("▸{{ biuld.SayHello.outputs.stdout }}")],
  pass: [shown],
};

export const unknownStep: Rule = {
  code: "unknown-step",
  severity: "warning",
  summary: "A reference names a step that its phase does not have. It is not replaced.",
  source: chaining,
  fail: [showing("▸{{ build.SayHelo.outputs.stdout }}")],
  pass: [shown],
};

export const unknownValue: Rule = {
  code: "unknown-value",
  severity: "warning",
  summary: "A reference names an output that the action does not have, or an input that the step does not set.",
  source: `${chaining}; the outputs of each action module`,
  fail: [showing("▸{{ build.SayHello.outputs.output }}")],
  pass: [shown],
};

export const laterStep: Rule = {
  code: "later-step",
  severity: "warning",
  summary: "A reference names a later step or its own step, which has not run yet.",
  source: chaining,
  fail: [buildSteps(`${echo("▸{{ build.SayHello.outputs.stdout }}")}${sayHello}`)],
  pass: [shown],
};

export const otherStage: Rule = {
  code: "other-stage",
  severity: "warning",
  summary:
    "A reference crosses between the build stage and the test stage. They run on different instances, so it is never resolved.",
  source: `${chaining}; https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html`,
  fail: [inTest("▸{{ build.SayHello.outputs.stdout }}")],
  pass: [inTest("{{ test.Greet.outputs.stdout }}")],
};

export const malformedChain: Rule = {
  code: "malformed-chain",
  severity: "warning",
  summary: "A reference starts with a phase but does not go on with a step, then inputs or outputs, then a name.",
  source: chaining,
  fail: [showing("▸{{ build.SayHello.stdout }}")],
  pass: [shown],
};

export const brokenBraces: Rule = {
  code: "broken-braces",
  severity: "warning",
  summary: "A reference lacks one of its four braces. It is not replaced.",
  source: chaining,
  fail: [showing("▸{{ build.SayHello.outputs.stdout }")],
  pass: [shown],
};

export const undeclaredParameter: Rule = {
  code: "undeclared-parameter",
  severity: "warning",
  summary: "A reference names a parameter or constant that the document does not declare.",
  source: variables,
  fail: [withParameter("{{ Package }} ▸{{ Pakage }}")],
  pass: [withParameter("{{ Package }}")],
};

export const unusedParameter: Rule = {
  code: "unused-parameter",
  severity: "warning",
  summary: "Nothing in the document uses a parameter or constant.",
  source: variables,
  fail: [componentExample(`${parameter("▸")}${helloDocument}`)],
  pass: [withParameter("{{ Package }}")],
};

export const loopReference: Rule = {
  code: "loop-reference",
  severity: "warning",
  summary: "A reference names a loop that its step does not have. It is not replaced.",
  source: loops,
  fail: [buildSteps(echo("▸{{ loop.index }}"))],
  pass: [buildSteps(`${echo("{{ loop.index }}")}  loop:\n    forEach: [a, b]\n`)],
};

export const forbiddenMetadata: Rule = {
  code: "forbidden-metadata",
  severity: "error",
  summary: "A reference reads credentials from the instance metadata. AWSTOE refuses iam/ and identity-credentials/.",
  source: variables,
  fail: [buildSteps(echo("▸{{ aws:imds:iam/info }}"))],
  pass: [buildSteps(echo("{{ aws:imds:instance-id }}"))],
};

export const unknownContext: Rule = {
  code: "unknown-context",
  severity: "warning",
  summary: "A reference starts with an unknown prefix, or names a context value that AWSTOE does not have.",
  source: variables,
  fail: [buildSteps(echo("▸{{ context:regoin }}"))],
  pass: [buildSteps(echo("{{ context:region }}"))],
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
