import { checkDocument } from "../../../src/documents/check-document";
import { buildSteps } from "../../../src/documents/examples";

describe("a component document", () => {
  it("is read into what others need of it", () => {
    const text = `# @version: 2.1
# @supported-os: Amazon Linux 2023, Ubuntu
name: tools
description: Installs tools
schemaVersion: 1.0
parameters:
  - Version: { type: string, description: Which one, allowedValues: [1.0, "2", [3]] }
  - Folder: { default: /opt }
constants:
  - Port: { type: string, value: "80" }
phases:
  - name: build
    steps:
      - { name: Update, action: UpdateOS }
      - name: Fetch
        action: S3Download
        inputs: [{ source: s3://tools/agent.rpm, destination: /tmp/agent.rpm }]
      - { name: Again, action: UpdateOS }
      - { name: Other, action: InstallRPM }
  - name: validate
    steps: [{ name: Restart, action: Reboot }]
`;
    expect(checkDocument("components/linux/tools.yaml", text).document).toEqual({
      kind: "component",
      description: "Installs tools",
      platforms: ["Linux", "Windows"],
      parameters: [
        {
          name: "Version",
          default: undefined,
          allowedValues: ["1.0", "2"],
        },
        {
          name: "Folder",
          default: "/opt",
          allowedValues: undefined,
        },
      ],
      phases: ["build", "validate"],
      s3: [
        {
          access: "read",
          bucket: "tools",
          key: "agent.rpm",
          whole: true,
          address: "s3://tools/agent.rpm",
          range: { start: { line: 17, column: 28 }, end: { line: 17, column: 48 } },
        },
      ],
      actions: ["UpdateOS", "S3Download", "Reboot"],
      line: { text: "2.1", position: { line: 1, column: 13 } },
      supportedOsVersions: ["Amazon Linux 2023", "Ubuntu"],
    });
  });
});

describe("a missing input", () => {
  const first = "- { name: First, action: ExecuteBash, inputs: ";
  it.each([
    ["in lines", "- name: Second\n  action: ExecuteBash\n  inputs:\n    command: [ls]\n", "7:9"],
    ["in braces", "- name: Second\n  action: ExecuteBash\n  inputs: { command: [ls] }\n", "7:9"],
    ["of an alias", `${first}&one { command: [ls] } }\n- name: Second\n  action: ExecuteBash\n  inputs: *one\n`, "8:9"],
  ])("%s is reported at the key of the step's inputs", (_, steps, place) => {
    const missing = Object.entries(buildSteps(steps)).flatMap(([file, text]) =>
      checkDocument(file, text).problems.filter(
        ({ message }) => message === '"inputs" of step "Second" has no "commands"',
      ),
    );
    expect(missing.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([`${place} missing-key`]);
  });
});

describe("what a component does in S3", () => {
  /** As `access bucket/key`, with a star where the key goes on. */
  function accessOf(action: string, inputs: string): string[] {
    const text = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Step
        action: ${action}
        inputs: ${inputs}
`;
    const { document } = checkDocument("components/linux/a.yaml", text);
    return document?.kind === "component"
      ? document.s3.map(({ access, bucket, key, whole }) => `${access} ${bucket}/${key}${whole ? "" : "*"}`)
      : ["no component"];
  }

  it.each([
    ["S3Download", "[{ source: s3://tools/a/b.rpm, destination: /tmp/b.rpm }]", ["read tools/a/b.rpm"]],
    ["S3Download", "[{ source: s3://tools/a/*, destination: /tmp }]", ["read tools/a/*"]],
    ["S3Download", "[{ source: 's3://tools/{{ Name }}/b*', destination: /tmp }]", ["read tools/*"]],
    ["S3Download", "[{ source: s3://tools, destination: /tmp }]", ["read tools/"]],
    ["S3Download", "[{ source: s3://my.tools-2/, destination: /tmp }]", ["read my.tools-2/"]],
    ["S3Download", "[{ source: S3://tools/a, destination: /tmp }]", ["read tools/a"]],
    ["S3Download", "[{ source: 's3://{{ Bucket }}/a', destination: /tmp }]", []],
    ["S3Download", "[{ source: s3://-tools/a, destination: /tmp }]", []],
    ["S3Download", "[{ source: https://s3.example.com/a, destination: /tmp }]", []],
    ["S3Download", "[{ source: 'from s3://tools/a', destination: /tmp }]", []],
    ["S3Download", "[{ source: [s3://tools/a], destination: s3://tools/b }]", []],
    ["S3Download", "[s3://tools/a, { destination: /tmp }]", []],
    ["S3Download", "", []],
    [
      "S3Upload",
      "[{ source: /a, destination: s3://a1/a }, { source: /b, destination: s3://b1/b }]",
      ["write a1/a", "write b1/b"],
    ],
    ["ExecuteDocument", "{ document: s3://tools/nested.yaml }", ["read tools/nested.yaml"]],
    ["ExecuteDocument", "{ document: /opt/nested.yaml }", []],
    ["WebDownload", "[{ source: s3://tools/a, destination: /tmp/a }]", []],
  ])("is told by %s: %s", (action, inputs, expected) => {
    expect(accessOf(action, inputs)).toEqual(expected);
  });
});
