import type { Image } from "../../../src/factory/built";
import type { ChannelConsumer } from "../../../src/factory/channel-consumers";
import type { Connection } from "../../../src/operations/aws/connection";
import { channelPlaces } from "../../../src/operations/channels/channel-place";
import { channelReport } from "../../../src/operations/channels/channel-report";
import { moveChannel, planMove } from "../../../src/operations/channels/move-channel";
import { promotable } from "../../../src/operations/channels/promotable";
import { findBuilds } from "../../../src/operations/images/find-builds";
import { amiOf, factory, type FakeAccount, fakeAccount, type GivenAccount, home, web } from "../fake-account";
import { serviceError } from "../fake-connection";

const own = "/golden-images/test/web/stable";
const team = "111122223333";
const consumer: ChannelConsumer = {
  environment: "team",
  place: { partition: "aws", region: home, account: team },
  role: `arn:aws:iam::${team}:role/ec2-image-builder-channels-us-east-1`,
};

const { distribution } = web.settings;
if (distribution === undefined) throw new Error("the image has no distribution");

/** The image, of which one region copies to the other account. */
const copied: Image = {
  ...web,
  settings: {
    ...web.settings,
    distribution: {
      ...distribution,
      targets: distribution.targets.map((target) =>
        target.region === home ? { ...target, copyToAccounts: [team] } : target,
      ),
    },
  },
};

interface Two {
  readonly connection: Connection;
  readonly there: FakeAccount;
  readonly roles: readonly string[];
}

/** The account that builds, and the other one as the role. */
function two(given: Partial<GivenAccount> = {}, inOther: Partial<GivenAccount> = {}): Two {
  const there = fakeAccount({ builds: [], ...inOther });
  const parameters = { [`${home} /images/web`]: [{ value: amiOf(1) }] };
  const { connection } = fakeAccount({ builds: [{ build: 1 }], parameters, ...given });
  const roles: string[] = [];
  const as: Connection["as"] = (role, place) => {
    roles.push(role);
    return { ...there.connection, place };
  };
  return { connection: { ...connection, as }, there, roles };
}

async function promote({ connection }: Two, image = web): Promise<void> {
  const places = channelPlaces(factory, image, "stable", [consumer]);
  const builds = await findBuilds(connection, image);
  const chosen = await promotable(connection, { factory, image, builds, consumers: [consumer], now: 0 });
  await moveChannel(connection, "stable", await planMove(connection, "stable", places, chosen), "moved");
}

const shared = (...permissions: Record<string, string>[]): Partial<GivenAccount> => ({
  shared: { [amiOf(1)]: permissions },
});

describe("a channel that another account receives", () => {
  it.each([
    ["with the account", { UserId: team }],
    [
      "with an organization, of which the account may be",
      { OrganizationArn: "arn:aws:organizations::1:organization/o-1" },
    ],
    ["with everybody", { Group: "all" }],
  ])("is written there, as the role, with the AMI that is shared %s", async (_, permission) => {
    const both = two(shared(permission));
    await promote(both);
    expect(both.there.parameter(home, own)).toEqual([amiOf(1)]);
    expect(new Set(both.roles)).toEqual(new Set([consumer.role]));
  });

  it("is written with the account's own copy", async () => {
    const answers = listing([
      { region: home, image: amiOf(1), accountId: "123456789012" },
      { region: "eu-west-1", image: amiOf(1, "eu-west-1"), accountId: "123456789012" },
      { region: home, image: "ami-copy", accountId: team },
    ]);
    const both = two({ answers });
    await promote(both, copied);
    expect(both.there.parameter(home, own)).toEqual(["ami-copy"]);
  });

  it("is not moved anywhere where the account lacks the AMI", async () => {
    const unshared = two(shared({ UserId: "999988887777" }));
    await expect(promote(unshared)).rejects.toThrow(
      `web 1.0.0/1 has AMI ${amiOf(1)} in ${home}, which is not shared with account ${team}`,
    );
    const uncopied = two(shared({ UserId: team }));
    await expect(promote(uncopied, copied)).rejects.toThrow(`web 1.0.0/1 has no AMI in ${home} for account ${team}`);
    expect([unshared, uncopied].flatMap(({ there }) => there.parameter(home, own))).toEqual([]);
  });

  const denying = {
    GetParameterHistoryCommand: () => {
      throw serviceError("AccessDenied", 403);
    },
  };

  it("is not moved anywhere where the role lets nobody in, and says what to do", async () => {
    const both = two(shared({ UserId: team }), { answers: denying });
    await expect(promote(both)).rejects.toThrow(
      `nothing was promoted: channels cannot be read or written as ${consumer.role} (AccessDenied: said by AWS); deploy the stack team-consumer, and see that consumer.channels.promoters in environments/team.yaml names the role that runs this`,
    );
  });

  it("is reported with its account, also where that cannot be read", async () => {
    const parameters = { [`${home} ${own}`]: [{ value: amiOf(1) }] };
    const of = async (there: Partial<GivenAccount>) => {
      const { connection } = two({}, there);
      const reports = await channelReport(connection, { ...factory, channels: ["stable"] }, web, [consumer]);
      return { ...reports[0], there: reports[0]?.regions.find(({ account }) => account === team) };
    };
    expect((await of({ parameters })).there).toMatchObject({ region: home, ami: amiOf(1), version: "1.0.0/1" });
    const unread = await of({ answers: denying });
    expect(unread.there).not.toHaveProperty("ami", amiOf(1));
    expect(unread.warnings).toEqual([expect.stringContaining("channels cannot be read or written as")]);
  });
});

/** One build with these AMIs. */
function listing(amis: readonly object[]) {
  const arn = `arn:aws:imagebuilder:${home}:123456789012:image/web/1.0.0/1`;
  const summary = { arn, state: { status: "AVAILABLE" }, dateCreated: "2026-11-01", outputResources: { amis } };
  return { ListImagePipelineImagesCommand: () => ({ imageSummaryList: [summary] }) };
}
