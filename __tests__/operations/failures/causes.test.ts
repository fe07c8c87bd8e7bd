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
    ["type-not-in-zone", "(InvalidParameterCombination): ENA is required for the 'm5.large' instance type"],
    ["launch-denied", "Client.InternalError: Client error on launch"],
  ])("%s is known by other words, too: %s", (code, text) => {
    expect(knownCause({ workflow: "BUILD", action: "LaunchInstance", text })?.code).toBe(code);
  });

  it.each([
    ["disk-full", "E: You don't have enough free space in /var/cache/apt/archives/."],
    ["home-unset", "/bin/sh: HOME: unbound variable"],
  ])("%s is known by what a program of the component says: %s", (code, text) => {
    expect(knownCause({ workflow: "BUILD", action: "ExecuteComponents", exitCode: 1, text })?.code).toBe(code);
  });

  it("say nothing of what nobody knows", () => {
    expect(knownCause({ workflow: "BUILD", action: "CreateImage", text: "Internal failure" })).toBeUndefined();
  });
});
