import { type ArnShape, arnShapes } from "../../src/aws/arn-shapes";

/** Of each shape, one that is such an ARN, and its nearest neighbours that are not. */
const cases: Record<keyof typeof arnShapes, readonly [good: string, ...bad: string[]]> = {
  any: ["arn:aws-cn:s3:::images/linux", "arn:aws:s3:::", "images/linux", "arn:aws::eu-west-1:123456789012:x"],
  keyOrAlias: [
    "arn:aws:kms:eu-west-1:123456789012:alias/images",
    "arn:aws:kms:eu-west-1:12345678901:alias/images",
    "arn:aws:kms:eu-west-1:123456789012:key/1234abcd",
    "alias/images",
  ],
  key: [
    "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:eu-west-1:123456789012:alias/images",
  ],
  role: ["arn:aws:iam::123456789012:role/ci/build", "arn:aws:iam::123456789012:user/build", "build"],
  topic: ["arn:aws:sns:eu-west-1:123456789012:images", "arn:aws:sns:eu-west-1:123456789012:images.fifo"],
  standardQueue: ["arn:aws:sqs:eu-west-1:123456789012:images", "arn:aws:sqs:eu-west-1:123456789012:images.fifo"],
  function: [
    "arn:aws:lambda:eu-west-1:123456789012:function:told:live",
    "arn:aws:lambda:eu-west-1:123456789012:layer:told",
  ],
  organization: [
    "arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5",
    "arn:aws:organizations::123456789012:organization/o-a1b2c3d4e",
  ],
  organizationalUnit: [
    "arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/ou-ab12-11111111",
    "arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/r-ab12",
  ],
  license: [
    `arn:aws:license-manager:eu-west-1:123456789012:license-configuration:lic-${"0".repeat(32)}`,
    `arn:aws:license-manager:eu-west-1:123456789012:license-configuration:lic-${"0".repeat(31)}`,
  ],
};

describe("the ARN of a resource", () => {
  it.each(Object.entries(cases))("is recognised: %s", (name, [good, ...bad]) => {
    const { pattern }: ArnShape = arnShapes[name as keyof typeof arnShapes];
    expect([good, ...bad].filter((each) => pattern.test(each))).toEqual([good]);
  });
});
