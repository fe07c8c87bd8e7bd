import { InstanceProfile, type InstanceProfileProps } from "../../src/constructs/instance-profile";
import { resourcesOf } from "../helpers/synthesised";

const required: InstanceProfileProps = {
  name: "build",
  roleName: "build",
  place: { partition: "aws", region: "us-east-1", account: "123456789012" },
  documents: { name: "documents" },
  logs: [],
  containers: false,
  policies: [],
  read: [],
  write: [],
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
    logs: [{ bucket: "logs", prefix: "builds" }],
    policies: ["arn:aws:iam::123456789012:policy/read-artifacts"],
  });
  expect(statementsOf(resources)[1]).toMatchObject({ Action: "s3:PutObject", Resource: "arn:aws:s3:::logs/builds/*" });
  expect(resources.aws_iam_role_policy_attachment).toHaveProperty(
    "build-read-artifacts.policy_arn",
    "arn:aws:iam::123456789012:policy/read-artifacts",
  );
});

test("it writes logs to each bucket of a build", () => {
  const logs = ["one", "two"].map((bucket) => ({ bucket, prefix: "builds" }));
  expect(statementsOf(profileWith({ logs }))[1]).toEqual({
    Sid: "WriteBuildLogs",
    Effect: "Allow",
    Action: "s3:PutObject",
    Resource: ["arn:aws:s3:::one/builds/*", "arn:aws:s3:::two/builds/*"],
  });
});

test("it uses the keys of created buckets: to read documents, and to write logs", () => {
  const key = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}`;
  const statements = statementsOf(
    profileWith({ documents: { name: "documents", kmsKey: key("documents") }, logsKey: key("logs") }),
  );
  const Condition = { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };
  expect(statements.slice(1)).toEqual([
    { Sid: "UseKeyOfDocuments", Effect: "Allow", Action: ["kms:Decrypt"], Resource: key("documents"), Condition },
    {
      Sid: "UseKeyOfLogs",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: key("logs"),
      Condition,
    },
  ]);
});

test("it reads and writes the buckets, folders and objects that are named, and lists no more than those", () => {
  const statements = statementsOf(
    profileWith({ read: ["tools", "files/linux/", "files/agent-${x}.rpm"], write: ["reports/base"] }),
  );
  expect(statements.slice(1)).toEqual([
    {
      Sid: "ReadFiles",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: [
        "arn:aws:s3:::tools/*",
        "arn:aws:s3:::files/linux",
        "arn:aws:s3:::files/linux/*",
        "arn:aws:s3:::files/agent-$${$}{x}.rpm",
        "arn:aws:s3:::files/agent-$${$}{x}.rpm/*",
      ],
    },
    { Sid: "ListFiles1", Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::tools" },
    {
      Sid: "ListFiles2",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:::files",
      Condition: {
        StringLike: {
          "s3:prefix": ["linux", "linux/*", "agent-$${$}{x}.rpm", "agent-$${$}{x}.rpm/*"],
        },
      },
    },
    {
      Sid: "WriteFiles",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: ["arn:aws:s3:::reports/base", "arn:aws:s3:::reports/base/*"],
    },
  ]);
});

test("where containers are built, it works with ECR", () => {
  expect(profileWith({ containers: true }).aws_iam_role_policy_attachment).toHaveProperty(
    "build-EC2InstanceProfileForImageBuilderECRContainerBuilds.policy_arn",
    "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilderECRContainerBuilds",
  );
});

test("in China, its ARNs and its service are China's", () => {
  const resources = profileWith({ place: { ...required.place, partition: "aws-cn" } });
  expect(resources.aws_iam_role?.build?.assume_role_policy).toContain("ec2.amazonaws.com.cn");
  expect(statementsOf(resources)[0]).toMatchObject({ Resource: "arn:aws-cn:s3:::documents/components/*" });
});
