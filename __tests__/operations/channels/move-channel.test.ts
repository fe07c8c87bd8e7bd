import { channelPlaces } from "../../../src/operations/channels/channel-place";
import { channelsByAmi } from "../../../src/operations/channels/channels-by-ami";
import { moveChannel, planMove } from "../../../src/operations/channels/move-channel";
import { promotable } from "../../../src/operations/channels/promotable";
import { findBuilds } from "../../../src/operations/images/find-builds";
import { abroad, amiOf, factory, type FakeAccount, fakeAccount, type GivenParameter, home, web } from "../fake-account";

const own = `/golden-images/test/web/stable`;
const ofImage = `${home} /images/web`;
const builds = [{ build: 1 }, { build: 2 }];

const account = (versions: readonly GivenParameter[], channel: readonly GivenParameter[] = []): FakeAccount =>
  fakeAccount({
    builds,
    parameters: { [ofImage]: versions, ...(channel.length === 0 ? {} : { [`${home} ${own}`]: channel }) },
  });
const both = [{ value: amiOf(1) }, { value: amiOf(2) }];
const labels = (count: number) => Array.from({ length: count }, (_, index) => `other-${index}`);

async function plan({ connection }: FakeAccount, build: number, channel = "stable") {
  const places = channelPlaces(factory, web, channel);
  const reference = { version: "1.0.0", build };
  const all = await findBuilds(connection, web);
  const chosen = await promotable(connection, { factory, image: web, builds: all, reference, now: 0 });
  return planMove(connection, channel, places, chosen);
}

async function move(there: FakeAccount, build: number, channel = "stable"): Promise<void> {
  await moveChannel(there.connection, channel, await plan(there, build, channel), "");
}

describe("moving a channel", () => {
  it("is planned for each region, the own first, and does nothing yet", async () => {
    const there = account(both, [{ value: "ami-old" }, { value: amiOf(1) }]);
    expect(await plan(there, 2)).toEqual([
      {
        place: expect.objectContaining({ region: home, own }) as unknown,
        ami: amiOf(2),
        from: amiOf(1),
        labels: [{ parameter: "/images/web", version: 2 }],
        warnings: [],
      },
      {
        place: expect.objectContaining({ region: abroad, own }) as unknown,
        ami: amiOf(2, abroad),
        from: undefined,
        labels: [],
        warnings: [],
      },
    ]);
    expect(there.parameter(home, own)).toEqual(["ami-old", amiOf(1)]);
    expect(there.parameter(home, "/images/web")).toEqual([amiOf(1), amiOf(2)]);
  });

  it("writes the channel's parameter in each region, and moves the label", async () => {
    const there = account([{ value: amiOf(1), labels: ["stable", "mine"] }, { value: amiOf(2) }]);
    await move(there, 2);
    expect(there.parameter(home, own)).toEqual([amiOf(2)]);
    expect(there.parameter(abroad, own)).toEqual([amiOf(2, abroad)]);
    expect(there.parameter(home, "/images/web")).toEqual([`${amiOf(1)} mine`, `${amiOf(2)} stable`]);
  });

  it("may be done twice, without another version of the channel's parameter", async () => {
    const there = account(both);
    await move(there, 2);
    await move(there, 2);
    expect(there.parameter(home, own)).toEqual([amiOf(2)]);
  });

  it("labels the newest of several versions that hold the AMI", async () => {
    const there = account([{ value: amiOf(1) }, { value: amiOf(2) }, { value: amiOf(1) }]);
    await move(there, 1);
    expect(there.parameter(home, "/images/web")).toEqual([amiOf(1), amiOf(2), `${amiOf(1)} stable`]);
  });

  it("is refused where the build has no AMI in a place of the channel", async () => {
    const places = channelPlaces(factory, web, "stable");
    const { connection } = account(both);
    const found = await promotable(connection, {
      factory,
      image: web,
      builds: await findBuilds(connection, web),
      reference: { version: "1.0.0", build: 2 },
      now: 0,
    });
    await expect(planMove(connection, "stable", places, { ...found, amis: new Map() })).rejects.toThrow(
      `nothing was promoted: the build has no AMI in ${home}`,
    );
  });

  it("is refused before anything is done where the version has 10 labels", async () => {
    const there = account([{ value: amiOf(1), labels: labels(10) }]);
    await expect(move(there, 1)).rejects.toThrow(
      /version 1 of SSM parameter \/images\/web in us-east-1 has 10 labels .*other-8, other-9 with/,
    );
    expect(there.parameter(home, own)).toEqual([]);
    expect(there.parameter(abroad, own)).toEqual([]);
  });

  it("takes a version with 9 labels, or with 10 of which one is the channel", async () => {
    for (const given of [labels(9), [...labels(9), "stable"]])
      await expect(move(account([{ value: amiOf(1), labels: given }]), 1)).resolves.toBeUndefined();
  });

  it("is refused where no version holds the AMI, or there is no parameter", async () => {
    await expect(plan(account([{ value: amiOf(2) }]), 1)).rejects.toThrow(
      "none of the 1 versions that SSM keeps of /images/web in us-east-1 holds ami-a1",
    );
    await expect(plan(fakeAccount({ builds }), 1)).rejects.toThrow(
      "there is no SSM parameter /images/web in us-east-1",
    );
  });

  it("says what SSM does not accept as a label, before the channel's parameter is written", async () => {
    const there = account(both);
    await expect(move(there, 1, "aws-stable")).rejects.toThrow(
      'Systems Manager does not accept the label "aws-stable"',
    );
    expect(there.parameter(home, "/golden-images/test/web/aws-stable")).toEqual([]);
  });

  it("warns of a label that it leaves behind or sets on the oldest versions, and not of the one that it takes away", async () => {
    const many = (...oldest: string[]): GivenParameter[] => [
      { value: amiOf(1), labels: oldest },
      ...Array.from({ length: 98 }, (_, index) => ({ value: `ami-x${index}` })),
      { value: amiOf(2) },
    ];
    const warnings = async (versions: GivenParameter[], build: number) =>
      (await plan(account(versions), build)).flatMap((each) => each.warnings);
    expect(await warnings(many("stable"), 2)).toEqual([]);
    expect(await warnings(many("candidate", "stable"), 2)).toEqual([
      expect.stringContaining('version 1 has the label "candidate"') as string,
    ]);
    expect(await warnings(many(), 1)).toEqual([expect.stringContaining('version 1 has the label "stable"') as string]);
  });
});

describe("the channels of an AMI", () => {
  it("are those whose parameter holds it now, and those whose label a promotion has moved before it was interrupted", async () => {
    const { connection } = account(
      [{ value: amiOf(1) }, { value: amiOf(2), labels: ["candidate", "stable"] }],
      [{ value: "ami-old" }, { value: amiOf(1) }],
    );
    const channelsOf = await channelsByAmi(connection, factory, web);
    expect(channelsOf({ region: home, id: amiOf(1) })).toEqual(["stable"]);
    expect(channelsOf({ region: home, id: amiOf(2) })).toEqual(["candidate", "stable"]);
    expect(channelsOf({ region: home, id: "ami-old" })).toEqual([]);
    expect(channelsOf({ region: abroad, id: amiOf(1) })).toEqual([]);
  });
});
