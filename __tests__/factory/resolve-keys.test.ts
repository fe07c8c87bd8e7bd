import { environmentSchema } from "../../src/definitions/schema/environment";
import { createdKeys, defaultKey } from "../../src/factory/resolve-keys";

const environment = (encryption?: object, images: object = {}) =>
  environmentSchema.parse({ account: "123456789012", region: "us-east-1", encryption, images });
const kmsKey = "arn:aws:kms:us-east-1:123456789012:alias/images";

describe("the key of what names none", () => {
  it("is the environment's in its own region, and nowhere else: a key is of one region", () => {
    expect(defaultKey(environment({ kmsKey }))).toBe(kmsKey);
    expect(defaultKey(environment({ kmsKey }), "us-east-1")).toBe(kmsKey);
    expect(defaultKey(environment({ kmsKey }), "eu-west-1")).toBeUndefined();
  });

  it("is the created one in every region", () => {
    expect(defaultKey(environment({ create: true }), "us-east-1")).toEqual({ created: true });
    expect(defaultKey(environment({ create: true }), "eu-west-1")).toEqual({ created: true });
  });

  it("is the account's where the environment has none", () => {
    expect(defaultKey(environment())).toBeUndefined();
  });
});

describe("the created keys", () => {
  const [one, two, three] = ["111122223333", "444455556666", "777788889999"];
  const organization = "arn:aws:organizations::123456789012:organization/o-abcdefghij";
  const unit = "arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-abcd-12345678";

  it("are shared with all that receive an AMI, in each region that receives one", () => {
    const distribute = [
      { region: "eu-west-1", share: { accounts: [two], organizations: [organization] }, copyTo: { accounts: [three] } },
      { region: "eu-west-1", share: { accounts: [one, two], organizationalUnits: [unit] } },
    ];
    expect(createdKeys(environment({ create: true }, { base: { schedule: "manual", distribute } }))).toMatchObject({
      regions: ["us-east-1", "eu-west-1"],
      sharedWith: { accounts: [one, two, three], organizations: [organization], organizationalUnits: [unit] },
    });
  });

  it("are shared with nobody if no AMI leaves the account", () => {
    expect(createdKeys(environment({ create: true, alias: "golden", deletionDays: 7 }))).toEqual({
      alias: "golden",
      deletionDays: 7,
      users: [],
      administrators: [],
      statements: [],
      regions: ["us-east-1"],
      sharedWith: { accounts: [], organizations: [], organizationalUnits: [] },
    });
  });

  it("are none if the environment creates none", () => {
    expect(createdKeys(environment())).toBeUndefined();
    expect(createdKeys(environment({ kmsKey }))).toBeUndefined();
  });
});
