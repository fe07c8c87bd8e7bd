import { causes, knownCause } from "../../../src/operations/failures/causes/known-cause";

describe("known causes of failed builds", () => {
  it("have a code of their own each, and are as many as are known", () => {
    expect(new Set(causes.map(({ code }) => code)).size).toBe(causes.length);
    expect(causes.length).toBeGreaterThanOrEqual(27);
  });

  it.each(causes.map((cause) => [cause.code, cause] as const))(
    "%s is the first that fits what it says",
    (code, cause) => {
      expect(knownCause(cause.fail)?.code).toBe(code);
    },
  );

  it.each(causes.map((cause) => [cause.code, cause] as const))("%s does not fit what looks alike", (_, cause) => {
    expect(cause.applies(cause.pass)).toBe(false);
  });

  it.each(causes.map((cause) => [cause.code, cause] as const))(
    "%s says what and how to fix it in plain words",
    (_, cause) => {
      expect(cause.cause).toMatch(/^[a-zA-Z].*[^.]$/);
      expect(cause.fix).toMatch(/^[a-z].*[^.]$/);
    },
  );

  it.each([
    ["no-ssm-contact", "ExpectationNotMet. ssm:ListCommandInvocations returned terminal state Failed"],
    ["no-ssm-contact", "Step timed out while step is verifying the Systems Manager Agent availability on the target"],
    ["instance-gone", "An error occurred (InvalidInstanceID.NotFound): The instance ID 'i-1' does not exist"],
    [
      "type-not-in-zone",
      "(InvalidParameterCombination): Virtualization type 'hvm' is required for instances of type 't2.micro'",
    ],
    ["type-not-in-zone", "(InvalidParameterCombination): ENA is required for the 'm5.large' instance type"],
    ["launch-denied", "Client.InternalError: Client error on launch"],
  ])("%s is known by other words, too: %s", (code, text) => {
    expect(knownCause({ workflow: "BUILD", action: "LaunchInstance", text })?.code).toBe(code);
  });

  it.each([
    ["disk-full", "E: You don't have enough free space in /var/cache/apt/archives/."],
    ["home-unset", "/bin/sh: HOME: unbound variable"],
    ["home-unset", "neither $XDG_CACHE_HOME nor $HOME are defined"],
  ])("%s is known by what a program of the component says: %s", (code, text) => {
    expect(knownCause({ workflow: "BUILD", action: "ExecuteComponents", exitCode: 1, text })?.code).toBe(code);
  });

  it.each([
    ["command-not-found", "ExecuteComponents", 127, "ThrottlingException: Rate exceeded, attempt 1 of 5"],
    ["step-denied", "WaitForAction", undefined, "is not authorized to perform: SNS:Publish on resource"],
    [
      "key-of-aws",
      "DistributeImage",
      undefined,
      "sts:AssumeRole; Snapshots encrypted with the AWS Managed CMK can't be shared",
    ],
  ])("%s goes before what the text of %s also says", (code, action, exitCode, text) => {
    expect(knownCause({ workflow: "BUILD", action, exitCode, text })?.code).toBe(code);
  });

  it("do not take the plan of an account for a wrong zone", () => {
    const text = "(InvalidParameterCombination): The specified instance type is not eligible for Free Tier";
    expect(knownCause({ workflow: "BUILD", action: "LaunchInstance", text })).toBeUndefined();
  });

  it("say nothing of what nobody knows", () => {
    expect(knownCause({ workflow: "BUILD", action: "CreateImage", text: "Internal failure" })).toBeUndefined();
  });
});
