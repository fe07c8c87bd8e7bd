import { addressOf, addressOfKey } from "../../src/versions/created-address";
import {
  createdBy,
  type CreatedResource,
  describeCreated,
  type EnvironmentEntry,
  environmentMembers,
  keyRegion,
} from "../../src/versions/environment-entry";

const thing = (name: string, more: Partial<CreatedResource> = {}): CreatedResource => ({
  name,
  status: "created",
  emptied: false,
  with: [],
  ...more,
});

const entry: EnvironmentEntry = {
  account: "111122223333",
  region: "eu-west-1",
  stacks: new Map([["builder", "filled"]]),
  created: new Map(),
  workflows: [],
  network: false,
  names: new Map(),
};

/** As the file has it: members that are undefined are left out. */
const written = (more: Partial<EnvironmentEntry>): unknown =>
  JSON.parse(JSON.stringify(environmentMembers({ ...entry, ...more })));

describe("an entry of an environment", () => {
  it("leaves out what is usual", () => {
    const usual = { account: "111122223333", region: "eu-west-1", stacks: { builder: "filled" } };
    expect(written({ created: new Map([["aws_s3_bucket.logs", thing("logs")]]) })).toEqual({
      ...usual,
      created: { "aws_s3_bucket.logs": { name: "logs" } },
    });
  });

  it("says what is not", () => {
    const created = new Map([["aws_sns_topic.t", thing("t", { status: "kept", emptied: true, with: ["a.b"] })]]);
    const names = new Map([["component linux/agent", ["agent"]]]);
    expect(written({ created, names, workflows: ["base"], network: true })).toMatchObject({
      created: { "aws_sns_topic.t": { name: "t", status: "kept", onRemoval: "destroy", with: ["a.b"] } },
      workflows: ["base"],
      network: "created",
      names: { "component linux/agent": ["agent"] },
    });
  });
});

describe("what an environment has created", () => {
  const created = new Map([
    ["aws_launch_template.web", thing("web")],
    ["aws_s3_bucket.logs", thing("logs")],
  ]);

  it("is parted by the stacks that make it", () => {
    expect([...createdBy("consumer", created).keys()]).toEqual(["aws_launch_template.web"]);
    expect([...createdBy("builder", created).keys()]).toEqual(["aws_s3_bucket.logs"]);
  });

  it.each([
    ["aws_kms_key.images-eu-west-1", "eu-west-1"],
    ["aws_kms_key.images-eu-west-1-0123abcd", "eu-west-1"],
    ["aws_kms_key.images-us-gov-west-1", "us-gov-west-1"],
  ])("tells the region of %s", (address, region) => {
    expect(keyRegion(address)).toBe(region);
    expect(describeCreated(address, { name: "images" })).toBe(`KMS key "images" of ${region}`);
  });

  it("is described by its type and name", () => {
    expect(describeCreated("aws_s3_bucket.logs", { name: "builds" })).toBe('bucket "builds"');
  });
});

describe("the address of something that is defined", () => {
  const created = new Map([
    ["aws_kms_key.images-eu-west-1", thing("old", { status: "kept" })],
    ["aws_kms_key.images-eu-west-1-0123abcd", thing("new")],
    ["aws_kms_key.images-eu-west-2", thing("other")],
    ["aws_s3_bucket.logs", thing("builds", { status: "destroyed" })],
    ["aws_s3_bucket.logs-2", thing("builds")],
    ["aws_sns_topic.builds", thing("builds")],
  ]);

  it("is found by type and name", () => {
    expect(addressOf(created, "aws_s3_bucket", "builds")).toBe("logs-2");
    expect(addressOf(created, "aws_sns_topic", "builds")).toBe("builds");
    expect(addressOf(created, "aws_sns_topic", "other")).toBeUndefined();
  });

  it("is found by region, of keys", () => {
    expect(addressOfKey(created, "eu-west-1")).toBe("images-eu-west-1-0123abcd");
    expect(addressOfKey(created, "eu-west-2")).toBe("images-eu-west-2");
    expect(addressOfKey(created, "eu-west-3")).toBeUndefined();
  });
});
