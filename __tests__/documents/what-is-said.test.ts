import { checkDocument } from "../../src/documents/check-document";
import { buildSteps, windowsBuildSteps } from "../../src/documents/examples";
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
      "\n      - # Say it",
      "\n      - ~",
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

describe("what is said of a component document as a whole", () => {
  const phases = "phases:\n  - name: build\n    steps: [{ name: Update, action: UpdateOS }]\n";
  test.each([
    "{}",
    "[]",
    phases,
    `schemaVersion: 1.0\nphase: []\n${phases}`,
    "schemaVersion: 1.0\nphases:\n",
    "schemaVersion: 1.0\nphases: []\n",
    "schemaVersion: 1.0\nphases: build\n",
    "schemaVersion: 1.0\nphases:\n  name: build\n  steps: []\n",
    "schemaVersion: 1.0\nphases: [build, [], {}]\n",
    "schemaVersion: 1.0\nphases: [{ name: [a], steps: none }, { name: build, steps: }]\n",
    "schemaVersion: 1.0\nphases: [{ steps: [Update, [], {}, { name: [a], action: [b] }] }]\n",
    "schemaVersion: 1.0\nphases: [{ name: buidl, steps: [] }, { name: dry, steps: [], loop: a }]\n",
    `schemaVersion: 1.0\nparameters:\nconstants:\n${phases}`,
    `schemaVersion: 1.0\nconstants: [{ Code: { type: string, value: 1 } }, { Mode: { type: string, value: 0755 } }]\n${phases}`,
    `schemaVersion: 1.0\nparameters: none\nconstants: { a: { type: string } }\n${phases}`,
    `schemaVersion: 1.0\nparameters: [Version, [], {}, { Version: }, { Version: a }, { Version: {} }]\n${phases}`,
    `schemaVersion: 1.0\nparameters: [{ name: Version, type: string }]\n${phases}`,
    `schemaVersion: 1.0\nparameters: [{ name: { type: string } }, { name: a }]\n${phases}`,
    `schemaVersion: 1.0\nparameters: [{ Version: { type: string, defualt: a, allowedValues: a } }]\n${phases}`,
    `schemaVersion: 1.0\nconstants: [{ Port: { type: string } }, { Host: { value: a }, Other: { value: b } }]\n${phases}`,
    `schemaVersion: 1.0\nname: [a]\ndescription: 5\n${phases}`,
  ])("%j", (text) => {
    expect(said({ "components/linux/example.yaml": text })).toMatchSnapshot();
  });
});

describe("what is said of inputs", () => {
  const acting = (action: string, inputs: string) => `- name: Act\n  action: ${action}\n  inputs: ${inputs}\n`;
  test.each([
    ["UpdateOS", ""],
    ["UpdateOS", "[]"],
    ["UpdateOS", "{ include: [jq], colour: red }"],
    ["Reboot", "{ delaySeconds: 0 }"],
    ["Reboot", "{ delaySeconds: -1 }"],
    ["ExecuteBash", ""],
    ["ExecuteBash", "[]"],
    ["ExecuteBash", "echo"],
    ["CreateFile", ""],
    ["CreateFile", "[]"],
    ["CreateFile", "{ path: /a, content: b }"],
    ["CreateFile", "[/a, [], { path: /a, content: b, encoding: UTF8 }, { path: /b, content: b, encoding: utf-9 }]"],
    ["ReadFile", "[{ path: /a, encoding: utf16-le }, { path: /b, encoding: UTF-32-BE }, { path: [a] }]"],
    ["Assert", ""],
    ["Assert", "[]"],
    ["Assert", "{ binaryExists: dnf }"],
    ["Assert", "{ binaryExist: dnf }"],
    ["Assert", "{ stringIsEmpty: 5 }"],
    ["Assert", "{ stringIsEmpty: true }"],
    ["Assert", "{ stringIsEmpty: [a] }"],
    ["Assert", "{ stringEquals: { a: b }, value: }"],
    ["Assert", '{ numberEquals: "5", value: 5 }'],
    ["Assert", "{ numberEquals: five, value: true }"],
    ["Assert", "{ patternMatches: '[', value: a }"],
    ["Assert", "{ fileMD5Equals: abc, path: /a }"],
    ["WebDownload", "[{ source: https://example.com/a, destination: /a, checksum: b, algorithm: sha256 }]"],
    ["WebDownload", "[{ source: https://example.com/a, destination: /a, checksum: b, algorithm: CRC }]"],
    ["WebDownload", "[{ source: ftp://example.com/a, destination: /a }]"],
    ["S3Download", "[{ source: s3://bucket, destination: /a, expectedBucketOwner: 123456789012 }]"],
    ["S3Download", "[{ source: s3://bucket/a, destination: /a, expectedBucketOwner: 012345678901 }]"],
    ["S3Download", "[{ source: s3://bucket/a, destination: /a, expectedBucketOwner: 12345678901 }]"],
    ["CreateFolder", "[{ path: /a, owner: 1000, group: 0, permissions: 755 }]"],
    ["S3Download", '[{ source: bucket/key, destination: /a, expectedBucketOwner: "12345678901" }]'],
    ["SetFilePermissions", "[{ path: /a, permissions: 0644 }, { path: /b, permissions: '0644' }]"],
    ["SetFileOwner", "[{ path: /a, owner: 0 }, { path: /b, owner: root, group: [a] }]"],
  ])("%s: %s", (action, inputs) => {
    expect(said(buildSteps(acting(action, inputs)))).toMatchSnapshot();
  });

  test.each([
    ["ExecutePowerShell", "{}"],
    ["ExecutePowerShell", "{ file: C:/a.ps1 }"],
    ["ExecutePowerShell", "{ file: C:/a.ps1, commands: [Get-Date] }"],
    ["InstallMSI", "{ path: C:/a.msi, properties: { A: b, C: 5 } }"],
    ["InstallMSI", "{ path: C:/a.msi, properties: [A], reboot: allow }"],
    ["InstallMSI", "{ path: C:/a.msi, properties: { A: [b] }, reboot: Never }"],
    ["SetRegistry", "[{ path: HKLM:/a, name: a, value: 5, type: DWORD }]"],
    ["SetRegistry", "[{ path: 'HKLM:\\a', name: a, value: { b: c }, type: dword }]"],
    ["SetRegistry", "[{ path: 'HKLM:\\a', name: a, value: [b], type: WORD }]"],
  ])("%s on Windows: %s", (action, inputs) => {
    expect(said(windowsBuildSteps(acting(action, inputs)))).toMatchSnapshot();
  });
});

describe("what is said of names, sources and directives", () => {
  const named = (name: string) => `- name: ${name}\n  action: UpdateOS\n`;
  const copying = (action: string, source: string, destination: string) =>
    `- name: Copy\n  action: ${action}\n  inputs: [{ source: ${source}, destination: ${destination} }]\n`;
  const noted = (directive: string) =>
    Object.fromEntries(
      Object.entries(buildSteps(named("Update"))).map(([file, text]) => [file, `${directive}\n${text}`]),
    );
  const counted = (range: string) => looped(`{ name: each, for: { ${range} } }`, "echo {{ each.index }}");
  const compared = (number: string) => ofStep(`if: { numberEquals: "${number}", value: "1" }`);

  test.each([
    ...["ab", "abc", "x".repeat(128), "x".repeat(129), "'a  b'", "'--a b--'", "' a'", "äb"].map(named),
    copying("CopyFile", "/a/*", "/b/"),
    copying("CopyFile", "/a/*", "/b"),
    copying("CopyFile", "/a/*.log", "/b"),
    copying("MoveFolder", "'C:\\a*\\b'", "'C:\\b\\'"),
    copying("MoveFile", "/a*/*", "'{{ Folder }}'"),
    copying("CopyFolder", "[a]", "[b]"),
    copying("S3Download", "s3://a*/b", "/b"),
    ...[
      "start: 1, end: 10, updateBy: 0",
      "start: 10, end: 1, updateBy: 1",
      "start: 1, end: 1, updateBy: 0",
      "start: 1, end: 10",
      "start: 1, updateBy: 0",
      "end: 1, updateBy: 0",
      "start: one, end: 10, updateBy: 0",
      "start: 1, end: ten, updateBy: 0",
    ].map(counted),
    ...["1", "-12.50", "+3", "1.", ".5", "1x", "x1", "1.2.3", "12a.5", "*1"].map(compared),
  ])("%j", (steps) => {
    expect(said(buildSteps(steps))).toMatchSnapshot();
  });

  test.each([
    ...["2.0", "2", "2.0.1", "12.34.5", "x2.0", "v2.0.1", "2.x", "9999999999.0.1", ""].map(
      (value) => `# @version: ${value}`,
    ),
    ...["Ubuntu", "", "Ubuntu,", ", Ubuntu", "Ubuntu, , Debian", "Ubuntu 24, Ubuntu 24"].map(
      (value) => `# @supported-os: ${value}`,
    ),
    "# @version: 2.0\n# @version: 2.1",
    "# @version: 2\n# @version: 2.1",
    "# @vresion: 2.0",
    "# @author: me",
  ])("%j", (directive) => {
    expect(said(noted(directive))).toMatchSnapshot();
  });
});

describe("what is said of paths and stages of a workflow", () => {
  const workflow = (path: string, more = "") => ({
    "workflows/build/example.yaml": `schemaVersion: 1.0
parameters: [{ name: Id, type: string }]
steps:
  - { name: Bootstrap, action: BootstrapInstanceForContainer, inputs: { instanceId.$: $.parameters.Id } }
  - { name: Launch, action: LaunchInstance, inputs: { waitFor: ssmAgent, imageIdOverride.$: "${path}" } }
  - { name: Create, action: CreateImage, inputs: { instanceId.$: $.stepOutputs.Launch.instanceId } }
${more}`,
  });
  test.each([
    "$.parameters.Id",
    "$.parameters.id",
    "$.parameters.Other",
    "$.parameters.Launch.Id",
    "$.stepOutputs.Create.imageId",
    "$.stepOutputs.Launch.instanceId",
    "$.stepOutputs.Bootstrap.any",
    "$.stepOutputs.Bootstarp.any",
    "$.stepOutputs.Other.any",
    "$.workflowOutputs.Id",
    "$.imagebuilder.imageType",
    "$.imageBuilder.imageType",
    "$.outputs.Id",
    "$.steps.Launch",
  ])("%s", (path) => {
    expect(said(workflow(path))).toMatchSnapshot();
  });

  const stepOf = (action: string) =>
    `  - { name: ${action}, action: ${action}, inputs: { instanceId.$: $.parameters.Id, distributedImages.$: $.parameters.Id } }\n`;
  test.each([
    ["DistributeImage", "DistributeContainerImage"],
    ["DistributeContainerImage", "ModifyImageAttributes"],
    ["ApplyImageConfigurations", "DistributeContainerImage"],
    ["DistributeImage", "ModifyImageAttributes"],
    ["CreateImage", "DistributeContainerImage"],
  ])("%s with %s", (...actions) => {
    const problems = said(workflow("$.parameters.Id", actions.map(stepOf).join("")));
    expect(problems.filter((problem) => problem.includes("workflow-stage"))).toMatchSnapshot();
  });
});

describe("what is said of references to values", () => {
  const before = `- name: Fetch
  action: S3Download
  inputs:
    - { source: s3://a/b, destination: /a }
    - { source: s3://a/c, destination: /c, overwrite: true }
- { name: Update, action: UpdateOS }
- { name: Other, action: InstallRPM, inputs: { a: b } }
- { name: Empty, action: S3Download }
`;
  test.each([
    "{{ build.Fetch.inputs[0].source }}",
    "{{ build.Fetch.inputs[1].overwrite }}",
    "{{ build.Fetch.inputs[0].overwrite }}",
    "{{ build.Fetch.inputs[2].source }}",
    "{{ build.Fetch.inputs.source }}",
    "{{ build.Fetch.outputs.stdout }}",
    "{{ build.Update.outputs.stdout }}",
    "{{ build.Update.inputs.include }}",
    "{{ build.Other.outputs.any }}",
    "{{ build.Other.inputs.any }}",
    "{{ build.Empty.inputs[0].source }}",
    "{{ build.Fetch.inputs[0].source }",
    "{{ build.Fetch.source }}",
    "{{ biuld.Fetch.source }}",
    "{{ build.Fetch.source }",
    "{{ build.Say.inputs.commands }}",
    "{{ aws:imds:instance-id }}",
    "{{ aws:imds:iam }}",
    "{{ aws:imds:/iam/info }}",
    "{{ aws:imds:iaminfo }}",
    "{{ aws:imds:x/iam }}",
    "{{ aws:imds:identity-credentials/ec2 }}",
    "{{ aws:imds:iam }",
    "{{ aws:ssm:resolve(Fetch) }}",
    "{{ context:region }}",
    "{{ context:regoin }}",
    "{{ context:quux }}",
    "{{ context:regoin }",
    "{{ aws:s3:a }}",
    "{{ evn:HOME }}",
    "{{ quux:a }}",
    "{{ quux:a | b }} {{ evn:HOME }}",
    "${{ aws:s3:a }}",
    "{{ loop.index }",
    "{{ loop.index }} {{ x | y }}",
    "{{ other.index }} {{ x | y }}",
    "{{ Fetch }",
  ])("%s", (text) => {
    const problems = said(buildSteps(`${before}${bash(JSON.stringify([`echo ${text}`]))}`));
    // The steps before are what is referred to, whatever is wrong with them.
    expect(problems.filter((problem) => problem.startsWith("16:"))).toMatchSnapshot();
  });
});

describe("what is said of references to parameters", () => {
  const declared =
    "parameters:\n  - Version: { type: string, default: a }\nconstants:\n  - Port: { type: string, value: b }\n";
  const using = (text: string) => ({
    "components/linux/example.yaml": `${declared}${Object.values(buildSteps(bash(JSON.stringify([`echo ${text}`])))).join("")}`,
  });
  test.each([
    "{{ Version }} {{ Port }}",
    "{{ Version }} {{ Prot }}",
    "{{ Version }} {{ Port }} {{ Quux }}",
    "{{ Version }} {{ Port }} ${{ Quux }}",
    "{{ Version }} ${{ Prot }}",
    "{{ Version }} {{ Port }",
    "{{ Version }} {{ Prot }",
    "{{ aws:ssm:resolve(Version) }} {{ aws:ssm:resolve(Prot) }}",
    `{{ Version }} {{ ${"Port".repeat(30)} }}`,
  ])("%s", (text) => {
    expect(said(using(text))).toMatchSnapshot();
  });

  test.each([
    "{ type: string, default: a, allowedValues: [b, a] }",
    "{ type: string, default: a, allowedValues: [b, c] }",
    "{ type: string, default: a, allowedValues: [] }",
    "{ type: string, default: 1.0, allowedValues: ['1.0'] }",
    "{ type: stringList, default: a }",
    "{ type: text, default: a }",
    `{ type: string, default: ${"x".repeat(1024)} }`,
    `{ type: string, default: ${"x".repeat(1025)} }`,
    `{ type: string, default: a, description: ${"x".repeat(1025)} }`,
  ])("declared as %s", (definition) => {
    const text = Object.values(buildSteps(bash('["echo {{ Version }}"]'))).join("");
    expect(said({ "components/linux/a.yaml": `parameters:\n  - Version: ${definition}\n${text}` })).toMatchSnapshot();
  });
});

describe("what is said of references where other templates stand", () => {
  test.each([
    "{% if x %}{{ build.Frist.outputs.stdout }}{% endif %}",
    "{{ x | upper }} {{ build.Frist.outputs.stdout }}",
    "{{ .Values.x }} {{ build.First.outputs.stdout }}",
    "${{ build.Frist.outputs.stdout }}",
    "$ {{ build.Frist.outputs.stdout }} $",
    "{{ x | upper } {{ build.Frist.outputs.stdout }}",
    "{{ Frist }}{{ x | upper }}",
    "{% {{ build.First.outputs.stdout }}",
  ])("%s", (text) => {
    expect(said(buildSteps(twice(text)))).toMatchSnapshot();
  });
});

describe("what is said of references to another phase", () => {
  const phase = (name: string, text: string) =>
    `  - name: ${name}\n    steps:\n      - name: Say\n        action: ExecuteBash\n        inputs: { commands: ["${text}"] }\n`;
  test.each([
    ["build", "validate"],
    ["validate", "build"],
    ["build", "test"],
    ["test", "validate"],
    ["test", "container-host-test"],
    ["container-host-test", "test"],
    ["build", "custom"],
    ["custom", "build"],
  ])("from %s to %s", (from, to) => {
    const reference = `echo {{ ${to}.Say.outputs.stdout }}`;
    const phases = [phase(from, reference), phase(to, "echo")];
    const written = (ordered: readonly string[]) => `schemaVersion: 1.0\nphases:\n${ordered.join("")}`;
    expect(said({ "components/linux/a.yaml": written(phases) })).toMatchSnapshot();
    expect(said({ "components/linux/a.yaml": written(phases.reverse()) })).toMatchSnapshot();
  });
});

describe("what is said of a workflow's conditions", () => {
  const conditional = (condition: string) => ({
    "workflows/test/example.yaml": `schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    if: ${condition}
    inputs: { waitFor: ssmAgent }
`,
  });
  const one = "{ stringEquals: a, value: b }";
  const many = (count: number) => `{ or: [${Array.from({ length: count }, () => one).join(", ")}] }`;
  test.each([
    one,
    `[${one}]`,
    `[${one}, ${one}]`,
    "[]",
    "[a]",
    "a",
    "{ value: b }",
    "{ value.$: $.imagebuilder.imageType }",
    "{}",
    "{ stringEqual: a, value: b }",
    `{ ${"stringEquals".repeat(10)}: a, value: b }`,
    "{ stringEquals: a }",
    "{ stringEquals: [a], value: { b: c } }",
    "{ stringEquals: a, value: }",
    "{ stringEquals: a, numberEquals: 1, value: b }",
    '{ stringEquals: "{{ $.imagebuilder.imageType }}", value.$: $.imagebuilder.imageType }',
    ...["true", '"True"', "untrue", "trueish", '"{{ $.imagebuilder.imageType }}"', "1"].map(
      (value) => `{ booleanEquals: ${value}, value: true }`,
    ),
    ...["1", '"-12.50"', '"12."', '"1x"', '"x1"', '"1.5x"', '"*1"', "true"].map(
      (value) => `{ numberGreaterThan: 1, value: ${value} }`,
    ),
    `{ and: ${one} }`,
    "{ and: }",
    "{ and: [] }",
    `{ and: [${one}] }`,
    many(10),
    many(11),
    `{ not: [${one}, ${one}] }`,
    `{ and: [{ or: [{ not: ${one} }] }] }`,
    `{ and: [{ or: [{ not: { not: ${one} } }] }, a] }`,
  ])("%s", (condition) => {
    expect(said(conditional(condition))).toMatchSnapshot();
  });
});

describe("what is said of a workflow's steps", () => {
  const stepped = (...lines: readonly string[]) => ({
    "workflows/test/example.yaml": `schemaVersion: 1.0\nsteps:\n${lines.map((line) => `  ${line}\n`).join("")}`,
  });
  const launching = (...lines: readonly string[]) =>
    stepped(
      "- name: Launch",
      "  action: LaunchInstance",
      "  inputs: { waitFor: ssmAgent }",
      ...lines.map((line) => `  ${line}`),
    );
  const sharing = (accounts: number) =>
    stepped(
      "- name: Send",
      "  action: SendData",
      `  inputs: { text: { ${Array.from({ length: accounts }, (_, index) => `k${index}: v`).join(", ")} } }`,
    );
  test.each<readonly [string, Record<string, string>]>([
    ["a list", stepped("- [a]")],
    ["a word", stepped("- Launch")],
    ["no name", stepped("- action: TerminateInstance")],
    ["a number as its name", stepped("- name: 5", "  action: TerminateInstance")],
    ["a list as its name", stepped("- name: [a]", "  action: [b]")],
    ["no inputs where some are needed", stepped("- name: End", "  action: TerminateInstance")],
    ["no inputs where none is needed", stepped("- name: Wait", "  action: WaitForAction")],
    ["an empty description", launching('description: ""')],
    ["a description of 1024 characters", launching(`description: ${"x".repeat(1024)}`)],
    ["a description of 1025 characters", launching(`description: ${"x".repeat(1025)}`)],
    ["a description that is a list", launching("description: [a]")],
    ["a timeout of a word", launching("timeoutSeconds: long", "waitSeconds: -1")],
    ["a wait of a word", launching("waitSeconds: long")],
    ["a timeout that is too long", launching("timeoutSeconds: 100000")],
    ["timeouts by path", launching("timeoutSeconds.$: $.parameters.None", "retry: [a]")],
    ["a path that is none", launching("timeoutSeconds.$: long")],
    ["an unknown dynamic key", launching("timeout.$: $.imagebuilder.imageType")],
    ["texts that are no map", sharing(0)],
    ["a loop", launching("loop: { name: each }")],
  ])("%s", (_title, files) => {
    expect(said(files)).toMatchSnapshot();
  });
});

describe("what is said of a workflow as a whole", () => {
  const workflow = (more: string, version = "1.0") => ({
    "workflows/test/example.yaml": `schemaVersion: ${version}
steps:
  - name: Launch
    action: LaunchInstance
    inputs: { waitFor: ssmAgent }
${more}`,
  });
  test.each<readonly [string, Record<string, string>]>([
    ...["1", "1.0", '"1.0"', "1.00", "11.0", "1.01", "2", "[1]"].map(
      (version) => [`schemaVersion: ${version}`, workflow("", version)] as const,
    ),
    ...[
      "outputs: none",
      "outputs: [a]",
      "outputs: [{ name: Id }]",
      "outputs: [{ value: a }]",
      "outputs: [{ name: Id, value.$: $.stepOutputs.Launch.instanceId, more: b }]",
      'outputs: [{ name: Id, value: "$.stepOutputs.Launch.instanceId " }]',
      'outputs: [{ name: Id, value: "{{$.stepOutputs.Launch.instanceid}} {{  $.stepOutputs.Lunch.instanceId  }}" }]',
      "outputs: [{ name: Id, value: $.stepOutputs.Launch.instanceId[0].x }]",
      "name: [a]",
      "description: 5",
      "parameters: none",
    ].map((more) => [more, workflow(`${more}\n`)] as const),
  ])("%s", (_title, files) => {
    expect(said(files)).toMatchSnapshot();
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
