import { App, Testing } from "cdktf";

import type { ImageConsumer } from "../../src/factory/image-consumer";
import { ImageConsumerStack } from "../../stacks/image-consumer-stack";

const consumer: ImageConsumer = {
  environment: "team",
  stack: "team-consumer",
  place: { partition: "aws", region: "us-east-1", account: "111122223333" },
  providerVersion: "~> 5.100",
  state: {
    type: "s3",
    config: { bucket: "states", key: "team-consumer.tfstate", region: "us-east-1", encrypt: true, use_lockfile: true },
  },
  tags: { environment: "team" },
  distributionRole: {
    builders: ["123456789012"],
    builderRoles: [
      "arn:aws:iam::123456789012:role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder",
      "arn:aws:iam::123456789012:role/ec2-image-builder-execution-us-east-1",
    ],
    kmsKeys: ["arn:aws:kms:us-east-1:123456789012:key/1"],
    launchTemplates: ["arn:aws:ec2:eu-west-1:111122223333:launch-template/lt-0123456789abcdef0"],
    ssmParameters: ["arn:aws:ssm:us-east-1:111122223333:parameter/golden/base"],
  },
  lifecycleRole: { builders: ["123456789012"] },
  grants: [
    {
      id: "launcher-1",
      kmsKey: "arn:aws:kms:us-east-1:123456789012:key/1",
      grantee: "arn:aws:iam::111122223333:role/launcher",
    },
  ],
  launchTemplates: [{ id: "prod_base", name: "base", updateDefault: true, securityGroups: [], tags: {} }],
  created: new Map(),
  retention: { emptied: false, preventDestroy: false },
};
const synthesise = (props: Partial<ImageConsumer> = {}): string =>
  Testing.synth(
    new ImageConsumerStack(Testing.stubVersion(new App({ stackTraces: false })), "team-consumer", {
      consumer: { ...consumer, ...props },
    }),
    true,
  );

test("an account with both roles, a grant and a launch template", () => {
  expect(synthesise()).toMatchSnapshot();
});

test("where another environment creates the roles, there are none, nor an output", () => {
  const roles = { distributionRole: undefined, lifecycleRole: undefined };
  const stack = JSON.parse(synthesise({ ...roles, launchTemplates: [] })) as object;
  expect(stack).not.toHaveProperty("resource.aws_iam_role");
  expect(stack).not.toHaveProperty("output");
});
