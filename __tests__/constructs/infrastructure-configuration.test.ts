import {
  InfrastructureConfiguration,
  type InfrastructureConfigurationProps,
} from "../../src/constructs/infrastructure-configuration";
import { emptyInfrastructure, resourcesOf } from "../helpers/synthesised";

const required: InfrastructureConfigurationProps = {
  infrastructure: emptyInfrastructure,
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
  const infrastructure = {
    id: "own",
    tags: {},
    name: "own",
    instanceTypes: ["t3.large"],
    keyPair: "ops${x}",
    terminateOnFailure: false,
    logs: { bucket: "logs", prefix: "builds/%{x}" },
    inDefaultVpc: false,
    instanceTags: { cost: "${x}" },
    placement: { tenancy: "host" as const, availabilityZone: "us-east-1a", host: "h-0123456789abcdef0" },
    metadata: { tokens: "optional" as const, hopLimit: 2 },
  };
  const topicArn = "arn:aws:sns:us-east-1:123456789012:images";
  expect(configurationWith({ infrastructure, topicArn, subnetId: "subnet-1", securityGroupIds: ["sg-1"] })).toEqual({
    own: {
      name: "own",
      instance_profile_name: "profile",
      instance_types: ["t3.large"],
      key_pair: "ops$${x}",
      subnet_id: "subnet-1",
      security_group_ids: ["sg-1"],
      sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:images",
      logging: { s3_logs: { s3_bucket_name: "logs", s3_key_prefix: "builds/%%{x}" } },
      instance_metadata_options: { http_tokens: "optional", http_put_response_hop_limit: 2 },
      terminate_instance_on_failure: false,
      placement: { tenancy: "host", availability_zone: "us-east-1a", host_id: "h-0123456789abcdef0" },
      resource_tags: { cost: "$${x}" },
      lifecycle: { create_before_destroy: true },
    },
  });
});

const arn = "arn:aws:resource-groups:us-east-1:123456789012:group/hosts";
test.each([
  [
    "in an Availability Zone",
    { tenancy: "default", availabilityZone: "us-east-1a" },
    "availability_zone",
    "us-east-1a",
  ],
  ["on hardware of its own", { tenancy: "dedicated" }, "tenancy", "dedicated"],
  ["on a group of hosts", { tenancy: "host", hostResourceGroup: arn }, "host_resource_group_arn", arn],
] as const)("it may be placed %s", (_, placement, attribute, value) => {
  const configuration = configurationWith({ infrastructure: { ...emptyInfrastructure, placement } })?.build;
  expect(configuration?.placement).toEqual({ tenancy: placement.tenancy, [attribute]: value });
});
