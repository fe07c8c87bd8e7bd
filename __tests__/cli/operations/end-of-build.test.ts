import { endOfBuild } from "../../../src/cli/operations/end-of-build";
import type { Operated } from "../../../src/cli/operations/operate";
import type { FollowEnd } from "../../../src/operations/builds/follow-build";
import { arnOf, factory, web } from "../../operations/fake-account";
import { fakeConnection, serviceError } from "../../operations/fake-connection";

async function end(
  end_: FollowEnd,
  answers: Parameters<typeof fakeConnection>[0] = {},
  columns?: number,
): Promise<string> {
  const operated = { environment: "dev", root: "/", factory, connection: fakeConnection(answers) };
  return endOfBuild(
    operated as unknown as Operated,
    { built: web, arn: arnOf(2), end: end_ },
    { colour: false, columns },
  );
}

const goesOn = `  follow it: npm run follow -- dev web@1.0.0/2
  end it:    npm run cancel -- dev web@1.0.0/2
`;

describe("the end of following", () => {
  it.each([
    [
      "expired credentials",
      serviceError("ExpiredTokenException", 403),
      'AWS does not accept the credentials (ExpiredTokenException: said by AWS); log in again, e.g. with "aws sso login", and follow it',
    ],
    [
      "a connection that stays lost",
      serviceError("ServiceException", 503),
      "AWS could not be reached, or asked for fewer requests (ServiceException: said by AWS); follow it",
    ],
    [
      "a missing right",
      serviceError("AccessDeniedException", 403),
      "these credentials may not do this (AccessDeniedException: said by AWS); docs/operating.md lists the actions that each command needs",
    ],
  ])("with %s says why, and how to go on with this very build", async (_, error, why) => {
    expect(await end({ kind: "lost", error })).toBe(
      `\nweb 1.0.0/2 is not finished; it continues in AWS\n${why}\n${goesOn}`,
    );
    const narrow = (await end({ kind: "lost", error }, {}, 80)).split("\n");
    expect(narrow.filter((line) => line.length > 80)).toEqual([]);
    expect(narrow.slice(2, -3).join("").replaceAll(/ +/g, " ")).toBe(why);
  });

  it("at its time says how to go on", async () => {
    expect(await end({ kind: "timeout" })).toBe(`\nweb 1.0.0/2 is not finished; it continues in AWS\n${goesOn}`);
  });

  it("of a failed build says what it can where the credentials expire meanwhile, and how to see the rest", async () => {
    const image = { arn: arnOf(2), status: "FAILED" };
    const text = await end(
      { kind: "ended", image, steps: [] },
      {
        GetLogEventsCommand: () => {
          throw serviceError("ExpiredTokenException", 400);
        },
        DescribeInstancesCommand: () => {
          throw serviceError("ExpiredTokenException", 400);
        },
      },
    );
    expect(text).toContain("CloudWatch Logs could not be read (ExpiredTokenException)");
    expect(text).toContain("the whole log: npm run logs -- dev web@1.0.0/2");
  });

  const steps = [{ end: Date.parse("2026-11-27T10:30:00Z") }] as unknown as Extract<
    FollowEnd,
    { kind: "ended" }
  >["steps"];

  it("of a build says how long it took, where AWS says when it began", async () => {
    const image = { arn: arnOf(2), status: "CANCELLED" };
    const dated = { ...image, dateCreated: "2026-11-27T10:00:00Z" };
    expect(await end({ kind: "ended", image: dated, steps })).toBe("\nweb 1.0.0/2 is CANCELLED after 30 min 0 s\n");
    expect(await end({ kind: "ended", image, steps })).toBe("\nweb 1.0.0/2 is CANCELLED\n");
  });

  it("of an AVAILABLE build says what it has delivered, and leaves out AMIs without an id", async () => {
    const amis = [{ region: "us-east-1", image: "ami-1" }, { region: "eu-west-1" }];
    const image = { arn: arnOf(2), status: "AVAILABLE", outputResources: { amis } };
    expect(await end({ kind: "ended", image, steps: [] })).toMatch(
      /^\nweb 1\.0\.0\/2 is AVAILABLE\n {2}AMI ami-1 {2}us-east-1 {2}account 123456789012\nWhat comes next:\n/,
    );
  });

  it.each([80, 120])(
    "of a failed build fits a terminal of %s columns, broken between words and further in",
    async (columns) => {
      const reason = `An error occurred (InvalidInstanceId) when calling the SendCommand operation: Instances [[i-1]] not in a valid state for account 123456789012`;
      const image = { arn: arnOf(2), status: "FAILED", state: { reason } };
      const answers = { GetLogEventsCommand: () => ({}), DescribeInstancesCommand: () => ({}) };
      const narrow = await end({ kind: "ended", image, steps: [] }, answers, columns);
      expect(narrow).toContain("\n  AWS says: An error occurred");
      expect(narrow).toMatch(/SendCommand.*\n {4}\S/);
      expect(narrow.split("\n").filter((line) => line.length > columns)).toEqual([]);
      const wide = await end({ kind: "ended", image, steps: [] }, answers);
      expect(wide.replace(/\s+/g, " ")).toBe(narrow.replace(/\s+/g, " "));
      expect(wide).toContain(`  AWS says: ${reason}\n`);
    },
  );
});
