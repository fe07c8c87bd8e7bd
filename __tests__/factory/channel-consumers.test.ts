import { environmentSchema } from "../../src/definitions/schema/environment";
import { channelConsumers } from "../../src/factory/channel-consumers";
import { channelParameter, prefixed } from "../../src/factory/channel-parameter";

const promoters = ["arn:aws:iam::123456789012:role/promoter"];
const receiving = (consumer: object | undefined, region = "eu-west-1") =>
  environmentSchema.parse({ account: "111122223333", region, consumer });
const from = (builder: string, image: string) => ({ [builder]: { images: { [image]: {} } } });

test("an image's channels are written in each environment that takes it and has channels", () => {
  const environments = new Map([
    ["team", receiving({ from: from("prod", "base"), channels: { promoters } })],
    ["china", receiving({ from: from("prod", "base"), channels: { promoters, roleName: "channels" } }, "cn-north-1")],
    ["without", receiving({ from: from("prod", "base") })],
    ["other-image", receiving({ from: from("prod", "web"), channels: { promoters } })],
    ["other-builder", receiving({ from: from("dev", "base"), channels: { promoters } })],
    ["builder", receiving(undefined)],
  ]);
  expect(channelConsumers("prod", "base", environments)).toEqual([
    {
      environment: "team",
      place: { account: "111122223333", region: "eu-west-1", partition: "aws" },
      role: "arn:aws:iam::111122223333:role/ec2-image-builder-channels-eu-west-1",
    },
    {
      environment: "china",
      place: { account: "111122223333", region: "cn-north-1", partition: "aws-cn" },
      role: "arn:aws-cn:iam::111122223333:role/channels",
    },
  ]);
});

test("no name of an image is taken for what every object has", () => {
  const environments = new Map([["team", receiving({ from: from("prod", "base"), channels: { promoters } })]]);
  expect(channelConsumers("prod", "constructor", environments)).toEqual([]);
  expect(channelConsumers("constructor", "base", environments)).toEqual([]);
});

test("the parameter of a channel says which environment builds the image, under its name with the prefix", () => {
  expect(channelParameter("prod", prefixed({ namePrefix: "team-" }, "Linux Base"), "stable")).toBe(
    "/golden-images/prod/team-linux-base/stable",
  );
  expect(prefixed(undefined, "base")).toBe("base");
});
