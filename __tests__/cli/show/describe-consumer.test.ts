import { describeConsumer } from "../../../src/cli/show/describe-consumer";
import { environmentSchema } from "../../../src/definitions/schema/environment";

const place = { account: "111122223333", region: "eu-west-1" };

describe("what an environment receives", () => {
  it("is shown with where it comes from and where it goes", () => {
    const environment = environmentSchema.parse({
      ...place,
      consumer: {
        from: {
          prod: { images: { base: {}, web: { launchTemplate: {} }, sql: { launchTemplate: { name: "golden" } } } },
        },
      },
    });
    expect(describeConsumer("team", environment)).toBe(
      [
        "team-consumer: account 111122223333, eu-west-1",
        "  receives image base from prod",
        "  receives image web from prod, into launch template web",
        "  receives image sql from prod, into launch template golden",
        "",
      ].join("\n"),
    );
  });

  it("is shown with the channels that it follows, and as whom they are written", () => {
    const environment = environmentSchema.parse({
      ...place,
      consumer: {
        channels: { promoters: ["arn:aws:iam::123456789012:role/release"] },
        from: { prod: { images: { web: { launchTemplate: { channel: "stable" } } } } },
      },
    });
    expect(describeConsumer("team", environment)).toBe(
      [
        "team-consumer: account 111122223333, eu-west-1",
        "  receives image web from prod, into launch template web, which follows channel stable",
        "  channels written as role ec2-image-builder-channels-eu-west-1",
        "",
      ].join("\n"),
    );
  });

  it("is nothing where it only builds", () => {
    expect(describeConsumer("prod", environmentSchema.parse(place))).toBeUndefined();
  });
});
