import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";

test.each([
  [
    "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x",
    { region: "us-east-1", owner: "aws", type: "component", path: ["update-linux", "x.x.x"] },
  ],
  [
    "arn:aws-cn:imagebuilder:cn-north-1:123456789012:image/base/1.0.3/2",
    { region: "cn-north-1", owner: "123456789012", type: "image", path: ["base", "1.0.3", "2"] },
  ],
  [
    "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x",
    { region: "us-east-1", owner: "aws", type: "workflow", path: ["build", "build-image", "x.x.x"] },
  ],
  ["arn:aws:imagebuilder:us-east-1:aws:component", undefined],
  ["arn:aws:imagebuilder:us-east-1::component/agent", undefined],
  ["arn:aws:imagebuilder::aws:component/agent/x.x.x", undefined],
  ["arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0", undefined],
  ["update-linux", undefined],
])("%s", (text, parts) => {
  expect(parseImageBuilderArn(text)).toEqual(parts);
});
