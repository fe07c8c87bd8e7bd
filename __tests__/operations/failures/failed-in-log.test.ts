import { failedInLog } from "../../../src/operations/failures/failed-in-log";
import { logReader } from "../../../src/operations/logs/log-reader";

const arn = "arn:aws:imagebuilder:us-east-1:123456789012:component/linux-web/1.0.0/1";

function failed(...messages: string[]) {
  const read = logReader();
  return failedInLog(messages.flatMap((message) => read(message)));
}

const step = (name: string, exitCode: number, ...output: string[]): string[] => [
  `Step ${name}`,
  "ExecuteBash: STARTED EXECUTION",
  "ExecuteBash: Created temporary directory: /tmp/1",
  ...output.map((line) => `CmdExecution: Stderr: ${line}`),
  `CmdExecution: ExitCode ${exitCode}`,
  "ExecuteBash: FINISHED EXECUTION",
];
const start = [`Document ${arn}`, "Phase build"];
const ended = "TOE has completed execution with failure - Execution failed!";

describe("the step that failed, by the log", () => {
  it("is the last with an exit code", () => {
    expect(failed(...start, ...step("One", 0), ...step("Two", 7, "no match"), ended)).toEqual({
      arn,
      phase: "build",
      step: "Two",
      action: "ExecuteBash",
      exitCode: 7,
      output: ["no match"],
    });
  });

  it("is not one that only wrote to stderr", () => {
    expect(failed(...start, ...step("One", 0, "warning: old"))).toBeUndefined();
  });

  it("is not one that asked for a restart", () => {
    expect(failed(...start, ...step("Restart", 194), ...step("Update", 3010), ...step("Restart", 0))).toBeUndefined();
  });

  it("may be of a module without exit code, which is then the last that ran", () => {
    const found = failed(
      ...start,
      ...step("One", 1),
      "Step Fetch",
      "S3Download: STARTED EXECUTION",
      "S3Download: AccessDenied: 403",
      ended,
    );
    expect(found).toMatchObject({ step: "Fetch", action: "S3Download", output: ["S3Download: AccessDenied: 403"] });
  });

  it("is the one that the service's own block names, with the output of its run", () => {
    const block = `Document: linux-web\nComponentArn: ${arn}\nPhase: build\nStep: One\nAction: ExecuteBash\nErrorMessage: exit status 1\nStderr: broken`;
    expect(failed(...start, ...step("One", 1, "broken"), block, ...step("Two", 2), ended)).toEqual({
      arn,
      phase: "build",
      step: "One",
      action: "ExecuteBash",
      exitCode: 1,
      output: ["broken"],
    });
  });

  it("keeps the last 20 lines", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    expect(failed(...start, ...step("One", 1, ...lines))?.output).toEqual(lines.slice(10));
  });
});
