import type { Connection } from "../../../src/operations/aws/connection";
import { channelReport } from "../../../src/operations/channels/channel-report";
import { channelsByAmi } from "../../../src/operations/channels/channels-by-ami";
import { factory, fakeAccount, web } from "../fake-account";
import type { Answers } from "../fake-connection";

/** An account whose image has a parameter with 100 versions, the label on the oldest. Counts how often each history is read. */
async function reads(run: (connection: Connection) => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const answers: Answers = {
    GetParameterHistoryCommand: ({ Name }, region) => {
      const key = `${region} ${String(Name)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return {
        Parameters: Array.from({ length: 100 }, (_, index) => ({
          Version: index + 1,
          Value: `ami-${index}`,
          Labels: index === 0 ? ["stable"] : [],
        })),
      };
    },
  };
  await run(fakeAccount({ builds: [], answers }).connection);
  return counts;
}

describe("the channels of an image", () => {
  const own = (channel: string) =>
    ["us-east-1", "eu-west-1"].map((region) => `${region} /golden-images/test/web/${channel}`);
  const once = new Map([...own("candidate"), ...own("stable"), "us-east-1 /images/web"].map((key) => [key, 1]));

  it("are reported after each history is read once", async () => {
    expect(await reads(async (connection) => channelReport(connection, factory, web))).toEqual(once);
    expect(await reads(async (connection) => channelsByAmi(connection, factory, web))).toEqual(once);
  });

  it("are warned once of a label that blocks builds", async () => {
    await reads(async (connection) => {
      const reports = await channelReport(connection, factory, web);
      expect(reports.flatMap(({ warnings }) => warnings)).toEqual([
        '/images/web in us-east-1: version 1 has the label "stable" and is 99 versions behind the newest; builds can no longer write it; promote a newer build to that channel',
      ]);
    });
  });
});
