import { InstanceProfile, type InstanceProfileProps } from "../../src/constructs/instance-profile";
import { resourcesOf } from "../helpers/synthesised";

const required: InstanceProfileProps = {
  name: "build",
  partition: "aws",
  documentBucket: "documents",
  containers: false,
  policies: [],
};
const profileWith = (props: Partial<InstanceProfileProps>) =>
  resourcesOf((stack) => new InstanceProfile(stack, "profile", { ...required, ...props }));
const statementsOf = (resources: ReturnType<typeof profileWith>) =>
  (JSON.parse(String(resources.aws_iam_role_policy?.build?.policy)) as { Statement: Record<string, unknown>[] })
    .Statement;

test("with required props, the role has the two policies of a build and reads the documents alone", () => {
  const resources = profileWith({});
  expect(Object.values(resources.aws_iam_role_policy_attachment ?? {}).map(({ policy_arn }) => policy_arn)).toEqual([
    "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilder",
  ]);
  expect(statementsOf(resources)).toEqual([
    {
      Sid: "ReadComponentDocuments",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::documents/components/*",
    },
  ]);
  expect(resources.aws_iam_instance_profile?.build).toEqual({ name: "build", role: "${aws_iam_role.build.name}" });
});

test("with logs and policies, it writes below the prefix and has what is asked for", () => {
  const resources = profileWith({
    logs: { name: "logs", prefix: "builds" },
    policies: ["arn:aws:iam::123456789012:policy/read-artifacts"],
  });
  expect(statementsOf(resources)[1]).toMatchObject({ Action: "s3:PutObject", Resource: "arn:aws:s3:::logs/builds/*" });
  expect(resources.aws_iam_role_policy_attachment).toHaveProperty(
    "build-read-artifacts.policy_arn",
    "arn:aws:iam::123456789012:policy/read-artifacts",
  );
});

test("where containers are built, it works with ECR", () => {
  expect(profileWith({ containers: true }).aws_iam_role_policy_attachment).toHaveProperty(
    "build-EC2InstanceProfileForImageBuilderECRContainerBuilds.policy_arn",
    "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilderECRContainerBuilds",
  );
});

test("in China, its ARNs and its service are China's", () => {
  const resources = profileWith({ partition: "aws-cn" });
  expect(resources.aws_iam_role?.build?.assume_role_policy).toContain("ec2.amazonaws.com.cn");
  expect(statementsOf(resources)[0]).toMatchObject({ Resource: "arn:aws-cn:s3:::documents/components/*" });
});
