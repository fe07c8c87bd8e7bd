import {
  InfrastructureConfiguration,
  type InfrastructureConfigurationProps,
} from "../../src/constructs/infrastructure-configuration";
import { emptyFactory, resourcesOf } from "../helpers/synthesised";

const required: InfrastructureConfigurationProps = {
  name: "build",
  build: emptyFactory.build,
  instanceProfileName: "profile",
};
const configurationWith = (props: Partial<InfrastructureConfigurationProps>) =>
  resourcesOf((stack) => new InfrastructureConfiguration(stack, "configuration", { ...required, ...props }))
    .aws_imagebuilder_infrastructure_configuration;

test("with required props, it is safe: IMDSv2 alone, terminated on failure", () => {
  expect(configurationWith({})).toEqual({
    build: {
      name: "build",
      instance_profile_name: "profile",
      instance_metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
      terminate_instance_on_failure: true,
      lifecycle: { create_before_destroy: true },
    },
  });
});

test("with all props", () => {
  const build = {
    ...emptyFactory.build,
    instanceTypes: ["t3.large"],
    keyPair: "ops",
    terminateOnFailure: false,
    logs: { bucket: "logs", prefix: "builds" },
    topic: "arn:aws:sns:us-east-1:123456789012:images",
    metadata: { tokens: "optional" as const, hopLimit: 2 },
    tags: { cost: "${x}" },
  };
  expect(configurationWith({ build, subnetId: "subnet-1", securityGroupIds: ["sg-1"] })).toEqual({
    build: {
      name: "build",
      instance_profile_name: "profile",
      instance_types: ["t3.large"],
      key_pair: "ops",
      subnet_id: "subnet-1",
      security_group_ids: ["sg-1"],
      sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:images",
      logging: { s3_logs: { s3_bucket_name: "logs", s3_key_prefix: "builds" } },
      instance_metadata_options: { http_tokens: "optional", http_put_response_hop_limit: 2 },
      terminate_instance_on_failure: false,
      resource_tags: { cost: "$${x}" },
      lifecycle: { create_before_destroy: true },
    },
  });
});
