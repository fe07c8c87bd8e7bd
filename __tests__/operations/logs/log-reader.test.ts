import { logReader } from "../../../src/operations/logs/log-reader";

const arn = "arn:aws:imagebuilder:us-east-1:123456789012:component/linux-web/1.0.0/1";

function read(...messages: string[]) {
  const reader = logReader();
  return messages.flatMap((message) => reader(message));
}

describe("the log of a build", () => {
  it("gives each line the component, phase and step that it belongs to", () => {
    const lines = read(`Document ${arn}`, "Phase build", "Step Install", "CmdExecution: Stdout: one\ntwo");
    expect(lines.slice(3)).toEqual([
      { document: arn, phase: "build", step: "Install", text: "one", stream: "stdout" },
      { document: arn, phase: "build", step: "Install", text: "two", stream: "stdout" },
    ]);
  });

  it("takes lines without a prefix as the older form of the agent writes them", () => {
    expect(read("Stderr: no such file", "ExitCode 3")).toEqual([
      { text: "no such file", stream: "stderr" },
      { text: "ExitCode 3", exitCode: 3 },
    ]);
  });

  it("takes the time and level of the text file away", () => {
    expect(read("2026-11-27 10:00:00.123 Info Step Install")).toEqual([{ text: "Step Install", step: "Install" }]);
  });

  it("forgets phase and step where the next document starts", () => {
    expect(read(`Document ${arn}`, "Phase build", "Step Install", "Document other").at(-1)).toEqual({
      document: "other",
      text: "Document other",
    });
  });

  it("leaves what the service says as it is", () => {
    expect(read("Started step ApplyBuildComponents with action ExecuteComponents")).toEqual([
      { text: "Started step ApplyBuildComponents with action ExecuteComponents" },
    ]);
  });
});
