import { checkDocument } from "../../../src/documents/check-document";

function problemsOf(documentName: string, ...commands: readonly string[]) {
  const text = `schemaVersion: "1.0"
steps:
  - name: Launch
    action: LaunchInstance
    inputs: { waitFor: ssmAgent }
  - name: Tidy
    action: RunCommand
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
      documentName: ${documentName}
      parameters:
        commands:
${commands.map((command) => `          - ${command}\n`).join("")}`;
  return checkDocument("workflows/build/image.yaml", text).problems.map(
    ({ line, column, code, fix }) => `${line - 13}:${column} ${code}: ${fix}`,
  );
}

describe("commands that a workflow sends", () => {
  it("are read as Bash where a shell runs them", () => {
    expect(problemsOf("AWS-RunShellScript", "if true; then", "echo yes")).toEqual([
      expect.stringMatching(/^0:13 bash-syntax: /),
    ]);
    expect(problemsOf("AWS-RunShellScript", "if true; then", "echo yes", "fi")).toEqual([]);
  });

  it("are read as PowerShell where that runs them", () => {
    expect(problemsOf("AWS-RunPowerShellScript", "'if ($true) {'")).toEqual([
      expect.stringMatching(/^0:\d+ powershell-syntax: /),
    ]);
  });

  it("restart the machine by the exit code of Systems Manager, for a workflow has no Reboot action", () => {
    expect(problemsOf("AWS-RunShellScript", "yum install -y jq", "reboot")).toEqual([
      '1:13 reboot-in-script: write "exit 194": Systems Manager restarts the machine and runs the command again',
    ]);
  });

  it("hold no characters that are not seen, and ask for nothing", () => {
    expect(
      problemsOf("AWS-RunShellScript", "yum install jq", "ls\u00a0/tmp").map((each) => each.split(":")[1]),
    ).toEqual(["13 interactive-packages", "15 invisible-character"]);
  });

  it.each([
    ["has no name", "action: RunCommand", "a step"],
    ["has a number as its name", "name: 5\n    action: RunCommand", 'step "5"'],
  ])("are those of a step also where it %s", (_, head, step) => {
    const text = `schemaVersion: "1.0"
steps:
  - ${head}
    inputs:
      instanceId: i-0123456789abcdef0
      documentName: AWS-RunShellScript
      parameters: { commands: ["ls\u00a0/tmp"] }
`;
    const odd = checkDocument("workflows/build/image.yaml", text).problems.filter(
      ({ code }) => code === "invisible-character",
    );
    expect(odd.map(({ message }) => message)).toEqual([`${step} contains U+00A0, which is not a space to a shell`]);
  });

  it("are what they are to a document that is not known", () => {
    expect(problemsOf("own-document", "if true; then")).toEqual([]);
  });
});
