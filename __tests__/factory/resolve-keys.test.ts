import { environmentSchema } from "../../src/definitions/schema/environment";
import { defaultKey } from "../../src/factory/resolve-keys";

const environment = (encryption?: object) =>
  environmentSchema.parse({ account: "123456789012", region: "us-east-1", encryption });
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
