import { checkDocument } from "../../src/documents/check-document";
import { buildSteps } from "../../src/documents/examples";
import { sortProblems } from "../../src/problems/problem";

function said(text: string, options = {}): string[] {
  const { problems } = checkDocument("components/linux/example.yaml", text, options);
  return sortProblems(problems).map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);
}

const component = (steps: string) => Object.values(buildSteps(steps)).join("");
const update = component("- name: Update\n  action: UpdateOS\n");
/** Put together here, so that no scanner takes this file for a leak. */
const key = ["AKIA", "3EGHKLMNPQRSTUVW"].join("");
const secretKey = ["9dF3kLm2", "/pQrS7tUvWxYz0qTcVeKgZiJwLmRoPyr"].join("");

describe("the size of a document", () => {
  const ofBytes = (bytes: number) => `${update}# `.padEnd(bytes, "x");

  it("may be the quota of a new account, and not a byte more", () => {
    expect(said(ofBytes(65_536))).toEqual([]);
    expect(checkDocument("large.yaml", ofBytes(65_537)).problems).toEqual([
      {
        code: "document-too-large",
        file: "large.yaml",
        line: 1,
        column: 1,
        end: { line: 1, column: 1 },
        severity: "warning",
        message: "the document has 65537 bytes, and the quota of a new account is 65536",
        fix: "move scripts and files out of it, split it, or silence this where AWS has raised the quota",
      },
    ]);
  });

  it("is counted in bytes, not characters", () => {
    expect(said(ofBytes(65_535).replace(/x$/, "é"))).toEqual([]);
    expect(said(ofBytes(65_536).replace(/x$/, "é"))).toEqual(["1:1 warning document-too-large"]);
  });
});

describe("which kind a document is", () => {
  const steps =
    "steps:\n  - name: End\n    action: TerminateInstance\n    inputs: { instanceId: i-0123456789abcdef0 }\n";

  it.each([
    ["phases", update, "component"],
    ["steps", `schemaVersion: 1.0\n${steps}`, "workflow"],
    ["both", `${update}${steps}`, "component"],
    ["neither", "schemaVersion: 1.0\n", "component"],
  ])("is told by its top level: with %s", (_title, text, kind) => {
    expect(checkDocument("example.yaml", text).document?.kind).toBe(kind);
  });

  it.each([
    ["a list", "- phases\n"],
    ["a text", "phases\n"],
    ["empty", ""],
  ])("is not known of a file that is %s", (_title, text) => {
    expect(checkDocument("example.yaml", text).document).toBeUndefined();
    expect(said(text)).toEqual(["1:1 error not-a-document"]);
  });
});

describe("scripts and secrets", () => {
  const script = (commands: string) =>
    component(`- name: Run\n  action: ExecuteBash\n  inputs:\n    commands: [${commands}]\n`);
  const workflow = `schemaVersion: 1.0
steps:
  - name: Run
    action: RunCommand
    inputs:
      instanceId: i-0123456789abcdef0
      documentName: AWS-RunShellScript
      parameters: { commands: ["if true; then"] }
`;
  const secret = script(`export AWS_ACCESS_KEY_ID=${key}, export AWS_SECRET_ACCESS_KEY=${secretKey}`);

  it.each([
    ["a script of a component", script('"if true; then"')],
    ["a script of a workflow", workflow],
    ["a secret", secret],
  ])("are looked into: %s", (_title, text) => {
    expect(said(text)).toHaveLength(1);
  });
});

it("what an alias stands for is wrong once, wherever it is used", () => {
  const steps = `- name: Run
  action: ExecuteBash
  inputs: { commands: &commands ["echo {{ build.None.outputs.stdout }}"] }
- name: Again
  action: ExecuteBash
  inputs: { commands: *commands }
`;
  expect(said(component(steps))).toEqual(["7:46 warning unknown-step"]);
});
