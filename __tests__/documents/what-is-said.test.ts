import { checkDocument } from "../../src/documents/check-document";
import { buildSteps } from "../../src/documents/examples";
import type { Problem } from "../../src/problems/problem";

/** All that is said of steps, with their places: what is missing is as wrong as what is there too much. */
function said(documents: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(documents).flatMap(([file, text]) => checkDocument(file, text).problems.map(described));
}

function described({ line, column, severity, code, message, fix }: Problem): string {
  return `${line}:${column} ${severity} ${code} ${message}; ${fix}`;
}

const bash = (commands: string) => `- name: Say\n  action: ExecuteBash\n  inputs:\n    commands: ${commands}\n`;
const ofStep = (more: string) => `${bash("[echo]")}${more.replace(/^/gm, "  ")}\n`;
const copied = (more: string) =>
  `- name: Copy\n  action: CopyFile\n  inputs:\n    - { source: /a, destination: /b, ${more} }\n`;
const uploaded = (more: string) =>
  `- name: Send\n  action: S3Upload\n  inputs:\n    - { source: /a, destination: s3://bucket/a, ${more} }\n`;
const looped = (loop: string, text = "echo") => `${bash(`["${text}"]`)}  loop: ${loop}\n`;
const twice = (text: string) =>
  `- name: First\n  action: ExecuteBash\n  inputs: { commands: [echo] }\n${bash(`["${text}"]`)}`;

/** A title and the steps of each value. */
function ofEach(
  what: string,
  stepsOf: (value: string) => string,
  values: readonly string[],
): (readonly [title: string, steps: string])[] {
  return values.map((value) => [`${what} ${value.replace(/\s+/g, " ")}`, stepsOf(value)]);
}

const numbers = ["5", "5.0", "5.", '"5"', "0", "-1", "+5", "5.5", "1e3", "five", "5 minutes", "true", "[5]", "{{ a }}"];
const flags = ["true", '"true"', '"FALSE"', "yes", '"on"', "5", '""', '"{{ build.x }}"', "maybe", "[true]"];
const long = `${"timeoutSeconds".repeat(10)}: 5`;

describe("what is said of steps", () => {
  test.each([
    ...ofEach("overwrite:", (value) => copied(`overwrite: ${value}`), flags),
    ...ofEach("recurse:", (value) => uploaded(`recurse: ${value}`), [
      "true",
      '"true"',
      '"false"',
      '"True"',
      "yes",
      "1",
    ]),
    ...ofEach("", (value) => ofStep(value), [
      ...numbers.map((value) => `timeoutSeconds: ${value}`),
      ...numbers.map((value) => `maxAttempts: ${value}`),
      ...["1234567890123456789", "12345678901234567890"].map((value) => `timeoutSeconds: ${value}`),
      ...["Abort", "abort", "Stop", "5", "[Abort]", ""].map((value) => `onFailure: ${value}`),
      ...["timeoutSecond: 5", "colour: red", long],
    ]),
    ...ofEach("commands:", bash, ["echo", "{ a: b }", "[echo a: b]", "[[echo]]", "[1, true, null]", "[]"]),
    ...ofEach("commands:", bash, [
      "[{ a: b, c: d }]",
      "[{ a: { b: c } }]",
      "\n      echo: it",
      "\n      - echo it: here",
    ]),
    ...ofEach("inputs", (value) => value, [
      "- name: Say\n  action: ExecuteBash\n  inputs:\n    - commands: [echo]\n",
      "- name: Copy\n  action: CopyFile\n  inputs:\n    source: /a\n    destination: /b\n",
    ]),
  ])("%s", (_title, steps) => {
    expect(said(buildSteps(steps))).toMatchSnapshot();
  });
});

describe("what is said of conditions", () => {
  const dnf = "{ binaryExists: dnf }";
  test.each([
    "{}",
    "{ then: Complete }",
    "{ binaryExist: dnf }",
    "{ colour: red }",
    "{ value: a, colour: red, binaryExist: dnf }",
    `{ ${"binaryExists".repeat(10)}: dnf }`,
    "{ binaryExists: dnf, then: Complete, else: Abort }",
    `{ not: ${dnf} }`,
    `{ not: [] }`,
    `{ not: [${dnf}] }`,
    `{ not: [${dnf}, ${dnf}] }`,
    `{ not: dnf }`,
    `{ and: }`,
    `{ and: ${dnf} }`,
    `{ and: [] }`,
    `{ and: [${dnf}] }`,
    `{ or: [${dnf}, ${dnf}] }`,
    `{ or: [${dnf}, { binaryExist: dnf }] }`,
    `{ not: { and: [{ colour: red }, {}] } }`,
    `{ stringEquals: a }`,
    `{ stringEquals: a, value: "{{ build.Say.outputs.stdout }}" }`,
    `{ numberEquals: a, value: b }`,
    "dnf",
    "[]",
  ])("%s", (condition) => {
    expect(said(buildSteps(ofStep(`if: ${condition}`)))).toMatchSnapshot();
  });
});

describe("what is said of loops", () => {
  test.each([
    ["{{ a }}", "echo"],
    ["{ {a: b}: c }", "echo"],
    ["{ {a: b}: c, d: e }", "echo"],
    ["{ forEach: [a] }", "echo"],
    ["{ forEach: {{ a }} }", "echo"],
    ["{ forEach: { {a: b}: c, d: e } }", "echo"],
    ["{ forEach: { {a: b}: c } }", "echo"],
    ["{ forEach: { a: b } }", "echo"],
    ["[a]", "echo"],
    ["{}", "echo"],
    ["{ name: each, for: { start: 1, end: 2, updateBy: 1 }, forEach: [a] }", "echo"],
    ["{ name: each, forEach: [a] }", "echo {{ each.value }}"],
    ["{ name: each, forEach: [a] }", "echo {{ loop.value }} {{ loop.index }}"],
    ["{ name: each, forEach: [a] }", "echo {{ other.value }}"],
    ["{ forEach: [a] }", "echo {{ each.value }}"],
    ["{ forEach: { list: 'a,b', delimiter: ',' } }", "echo {{ loop.value }}"],
    ["{ forEach: { list: 'a,b', delimiter: '' } }", "echo"],
  ])("%s with %s", (loop, text) => {
    expect(said(buildSteps(looped(loop, text)))).toMatchSnapshot();
  });
});

describe("what is said of references", () => {
  test.each([
    "{{ loop.index }}",
    "{{ each.index }}",
    "{{ build.First.outputs.stdout }}",
    "{{ build.First.outputs.sdtout }}",
    "{{ build.First.inputs.commands }}",
    "{{ build.First.inputs.command }}",
    "{{ build.First.inputs[0].source }}",
    "{{ build.Frist.outputs.stdout }}",
    "{{ build.Say.outputs.stdout }}",
    "{{ validate.First.outputs.stdout }}",
    "{{ built.First.outputs.stdout }}",
    "{{ build.First.outputs }}",
    "{{ build.First }}",
    "{{ Version }}",
    "{{ Version",
    "{{ build.First.outputs.stdout }",
    "{{build.First.outputs.stdout}}",
    "{{ aws:ssm:/a }}",
    "{{ aws:smm:/a }}",
  ])("%s", (text) => {
    expect(said(buildSteps(twice(text)))).toMatchSnapshot();
  });
});

describe("what is said of a workflow's parameters", () => {
  const workflow = (parameters: string) => ({
    "workflows/linux/example.yaml": `schemaVersion: 1.0
name: example
description: An example
parameters:
  - ${parameters}
steps:
  - name: Launch
    action: LaunchInstance
    onFailure: Abort
    inputs: { waitFor: ssmAgent }
`,
  });
  test.each([
    "{ name: Version }",
    "{ name: Version, type: string, default: a }",
    "{ name: Version, type: string, default: [a] }",
    "{ name: Version, type: string, default: { a: b } }",
    "{ name: Version, type: string, default: 5 }",
    "{ name: Version, type: string, default: }",
    "{ name: Version, type: integer, default: 5 }",
    '{ name: Version, type: integer, default: "5" }',
    "{ name: Version, type: integer, default: five }",
    "{ name: Version, type: integer, default: true }",
    "{ name: Version, type: boolean, default: true }",
    '{ name: Version, type: boolean, default: "True" }',
    '{ name: Version, type: boolean, default: "untrue" }',
    '{ name: Version, type: boolean, default: "true story" }',
    "{ name: Version, type: boolean, default: 1 }",
    "{ name: Version, type: stringList, default: [a] }",
    "{ name: Version, type: stringList, default: a }",
    "{ name: Version, type: map, default: a }",
    "{ name: Version, type: [string], default: a }",
    "{ Version: { type: string } }",
    "{ Version: { type: string }, Other: { type: string } }",
    "{ type: string }",
    "Version",
  ])("%s", (parameters) => {
    expect(said(workflow(parameters))).toMatchSnapshot();
  });
});
