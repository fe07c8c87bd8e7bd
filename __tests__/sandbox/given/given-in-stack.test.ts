import { givenInStack } from "../../../sandbox/given/given-in-stack";

const provider = { aws: [{ region: "us-east-1" }, { alias: "eu", region: "eu-west-1" }] };

/** Kind, id and region of what a stack with these resources is given. */
function given(resource: object): string[] {
  return givenInStack({ provider, resource }).map(({ kind, id, region }) => `${kind} ${id} ${region}`);
}

const infrastructure = (change: object): object => ({
  aws_imagebuilder_infrastructure_configuration: { a: change },
});

test.each([
  ["a subnet", { subnet_id: "subnet-0a1b2c3d4e5f60718" }, "subnet subnet-0a1b2c3d4e5f60718 us-east-1"],
  ["a group", { security_group_ids: ["sg-0a1b2c3d4e5f60718"] }, "security-group sg-0a1b2c3d4e5f60718 us-east-1"],
  ["a key pair", { key_pair: "golden" }, "key-pair golden us-east-1"],
  ["a profile", { instance_profile_name: "build" }, "instance-profile build us-east-1"],
  ["a bucket", { logging: { s3_logs: { s3_bucket_name: "logs" } } }, "bucket logs us-east-1"],
  [
    "a topic",
    { sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:images" },
    "topic arn:aws:sns:us-east-1:123456789012:images us-east-1",
  ],
  ["a VPC", { vpc_id: "vpc-0a1b2c3d" }, "vpc vpc-0a1b2c3d us-east-1"],
  ["an AMI", { parent_image: "ami-0a1b2c3d4e5f60718" }, "ami ami-0a1b2c3d4e5f60718 us-east-1"],
  ["a snapshot", { snapshot_id: "snap-0a1b2c3d4e5f60718" }, "snapshot snap-0a1b2c3d4e5f60718 us-east-1"],
  ["a parameter", { parent_image: "ssm:/team/parent" }, "parameter /team/parent us-east-1"],
  [
    "a key of another region",
    { kms_key_id: "arn:aws:kms:eu-central-1:123456789012:key/0a1b-2c" },
    "kms-key arn:aws:kms:eu-central-1:123456789012:key/0a1b-2c eu-central-1",
  ],
  [
    "an alias",
    { kms_key_id: "arn:aws:kms:us-east-1:123456789012:alias/golden/images" },
    "kms-alias arn:aws:kms:us-east-1:123456789012:alias/golden/images us-east-1",
  ],
  ["a role by its ARN", { execution_role: "arn:aws:iam::123456789012:role/a/build" }, "role build us-east-1"],
  ["a log group", { image_log_group_name: "/builds" }, "log-group /builds us-east-1"],
  ["a resource of another provider", { provider: "aws.eu", key_pair: "x" }, "key-pair x eu-west-1"],
  [
    "the region of a distribution",
    {
      distribution: [
        { region: "eu-west-3", launch_template_configuration: [{ launch_template_id: "lt-0a1b2c3d4e5f60718" }] },
      ],
    },
    "launch-template lt-0a1b2c3d4e5f60718 eu-west-3",
  ],
])("is given %s", (_title, change, expected) => {
  expect(given(infrastructure(change))).toEqual([expected]);
});

test("a launch template of another account is given there", () => {
  const launch_template_configuration = [{ account_id: "111122223333", launch_template_id: "lt-0a1b2c3d4e5f60718" }];
  expect(
    givenInStack({
      provider,
      resource: infrastructure({ distribution: [{ region: "eu-west-3", launch_template_configuration }] }),
    }),
  ).toEqual([{ kind: "launch-template", id: "lt-0a1b2c3d4e5f60718", region: "eu-west-3", account: "111122223333" }]);
});

test("a repository that the stack creates in one region is given in the others", () => {
  const repository = (region: string) => ({ region, target_repository: { repository_name: "web" } });
  expect(
    given({
      aws_ecr_repository: { web: { name: "web" } },
      ...infrastructure({ distribution: [repository("us-east-1"), repository("eu-west-1")] }),
    }),
  ).toEqual(["repository web eu-west-1"]);
});

test.each([
  ["a reference", { subnet_id: "${aws_subnet.a.id}", instance_profile_name: "${aws_iam_instance_profile.b.name}" }],
  ["AWS's own parameters", { parent_image: "ssm:/aws/service/ami-amazon-linux-latest/al2023" }],
  ["an id within a text", { description: "see subnet-0a1b2c3d4e5f60718" }],
  ["what AWS manages", { parent_image: "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x" }],
])("is not given %s", (_title, change) => {
  expect(given(infrastructure(change))).toEqual([]);
});

test("is not given what it makes", () => {
  expect(
    given({
      aws_s3_bucket: { a: { bucket: "documents" } },
      aws_s3_object: { a: { bucket: "documents", key: "x" } },
      aws_ecr_repository: { a: { name: "app" } },
      aws_imagebuilder_container_recipe: { a: { target_repository: { repository_name: "app" } } },
      aws_sns_topic: { a: { name: "images" } },
      aws_kms_alias: { a: { name: "alias/golden" } },
      aws_imagebuilder_infrastructure_configuration: {
        a: {
          sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:images",
          kms_key_id: "arn:aws:kms:us-east-1:123456789012:alias/golden",
        },
      },
    }),
  ).toEqual([]);
});

test("is given each once, what others need before them", () => {
  const network = { subnet_id: "subnet-0a1b2c3d", vpc_id: "vpc-0a1b2c3d" };
  expect(given({ x: { a: network, b: network } })).toEqual([
    "vpc vpc-0a1b2c3d us-east-1",
    "subnet subnet-0a1b2c3d us-east-1",
  ]);
});
