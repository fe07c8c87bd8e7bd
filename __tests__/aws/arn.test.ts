import { parseArn, resourceNameOf, resourceOf } from "../../src/aws/arn";

describe("parseArn", () => {
  it("takes an ARN apart", () => {
    expect(parseArn("arn:aws-cn:imagebuilder:cn-north-1:123456789012:image/base/1.0.0")).toEqual({
      partition: "aws-cn",
      service: "imagebuilder",
      region: "cn-north-1",
      account: "123456789012",
      resource: "image/base/1.0.0",
    });
  });

  it("leaves region and account empty where the service has none", () => {
    expect(parseArn("arn:aws:s3:::golden-files/linux")).toEqual({
      partition: "aws",
      service: "s3",
      region: "",
      account: "",
      resource: "golden-files/linux",
    });
  });

  it("keeps the colons of a resource", () => {
    expect(parseArn("arn:aws:logs:us-east-1:123456789012:log-group:/aws/imagebuilder/base:*")?.resource).toBe(
      "log-group:/aws/imagebuilder/base:*",
    );
  });

  it.each(["", "ami-0123456789abcdef0", "arn", "arn:aws:s3", "arn:aws:s3:us-east-1:123456789012"])(
    "does not take %j for an ARN",
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});

describe("resourceOf and resourceNameOf", () => {
  it.each([
    ["arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x", "image/amazon-linux-2023-x86/x.x.x"],
    ["arn:aws:sns:us-east-1:123456789012:images", "images"],
    ["ssm:/golden/base", "ssm:/golden/base"],
  ])("gives the resource of %s", (text, resource) => {
    expect(resourceOf(text)).toBe(resource);
  });

  it.each([
    ["arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x", "amazon-linux-2023-x86"],
    ["arn:aws:sns:us-east-1:123456789012:images", "arn:aws:sns:us-east-1:123456789012:images"],
    ["ami-0123456789abcdef0", "ami-0123456789abcdef0"],
  ])("gives the name in %s", (text, name) => {
    expect(resourceNameOf(text)).toBe(name);
  });
});
