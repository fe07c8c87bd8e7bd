import { type Requirement, requirementsOf } from "./requirement";
import { bucketKey, topicKey } from "./stacks";

const own = { "aws:PrincipalAccount": "123456789012" };
const byService = (service: string, context = {}) => ({ principal: `service:${service}`, context });
const role = (name: string, account = "123456789012") => `arn:aws:iam::${account}:role/${name}`;
const ec2 = (resource: string) => `arn:aws:ec2:us-east-1:123456789012:${resource}`;
const inS3 = (place: string) => `arn:aws:s3:::${place}`;
const image = "arn:aws:ec2:us-east-1::image/ami-1";
const ofImageBuilder = { "aws:ResourceTag/CreatedBy": "EC2 Image Builder" };

/** Image Builder User Guide, "Prerequisites"; AWSTOE's action modules; Systems Manager User Guide, instance profiles. */
function build(): Requirement[] {
  const trust = requirementsOf("aws_iam_role.build trust");
  const viaS3 = { "kms:ViaService": "s3.us-east-1.amazonaws.com" };
  const anyKey = "arn:aws:kms:us-east-1:123456789012:key/3d4e5f60-7182-93a4-b5c6-d7e8f90a1b2c";
  const needs = requirementsOf("aws_iam_role.build");
  return [
    ...trust("instances have the role", "sts:AssumeRole", "*", byService("ec2.amazonaws.com")),
    ...needs("component documents", "s3:GetObject", "arn:aws:s3:::image-documents/components/hello/1.yaml"),
    ...needs("other objects of their bucket", "s3:GetObject", "arn:aws:s3:::image-documents/x", { expected: "none" }),
    ...needs("logs in S3", "s3:PutObject", "arn:aws:s3:::build-logs/builds/base/console.log"),
    ...needs("other objects of their bucket", "s3:PutObject", "arn:aws:s3:::build-logs/x", { expected: "none" }),
    ...needs("encrypted documents", "kms:Decrypt", bucketKey, { context: viaS3 }),
    ...needs("their key but for S3", "kms:Decrypt", bucketKey, { expected: "none" }),
    ...needs("encrypted logs", ["kms:Decrypt", "kms:GenerateDataKey"], anyKey, {
      context: { ...viaS3, "kms:ResourceAliases": ["alias/logs"] },
    }),
    ...needs("their key but for S3", "kms:GenerateDataKey", anyKey, {
      context: { "kms:ResourceAliases": ["alias/logs"] },
      expected: "none",
    }),
    ...needs("keys of others", "kms:GenerateDataKey", anyKey, {
      context: { ...viaS3, "kms:ResourceAliases": ["alias/other"] },
      expected: "none",
    }),
    ...needs("files for components", "s3:GetObject", ["tools/a/b.rpm", "files/linux", "files/linux/c.rpm"].map(inS3)),
    ...needs("other files of the bucket", "s3:GetObject", inS3("files/windows/c.msi"), { expected: "none" }),
    ...needs("folders for components", "s3:ListBucket", inS3("tools")),
    ...["linux", "linux/x"].flatMap((prefix) =>
      needs("folders for components", "s3:ListBucket", inS3("files"), { context: { "s3:prefix": prefix } }),
    ),
    ...needs("other folders of the bucket", "s3:ListBucket", inS3("files"), {
      context: { "s3:prefix": "windows" },
      expected: "none",
    }),
    ...needs("reports of components", "s3:PutObject", ["reports/base", "reports/base/a.html"].map(inS3)),
    ...needs("other reports", "s3:PutObject", inS3("reports/web/a.html"), { expected: "none" }),
    ...needs("components of the Marketplace", "imagebuilder:GetMarketplaceResource", "*"),
    ...needs("commands of Systems Manager", ["ssm:UpdateInstanceInformation", "ec2messages:GetMessages"], "*"),
    ...needs("containers", ["ecr:GetAuthorizationToken", "ecr:PutImage", "imagebuilder:GetContainerRecipe"], "*"),
  ];
}

/** What the service-linked role's policy does not say of the execution role. */
function execution(): Requirement[] {
  const trust = requirementsOf("aws_iam_role.execution trust");
  // EC2FastLaunchFullAccess, which is attached for Fast Launch alone, passes any role to EC2.
  const needs = requirementsOf("aws_iam_role_policy.execution");
  const launches = requirementsOf("aws_iam_role.execution");
  const service = "imagebuilder.amazonaws.com";
  const parameter = (name: string) => `arn:aws:ssm:us-east-1:123456789012:parameter/${name}`;
  const passing = (to: string) => ({ context: { "iam:PassedToService": to } });
  const viaSns = { "kms:ViaService": "sns.us-east-1.amazonaws.com" };
  return [
    ...trust(
      "Image Builder executes",
      "sts:AssumeRole",
      "*",
      byService(service, { "aws:SourceAccount": "123456789012" }),
    ),
    ...trust("for this account alone", "sts:AssumeRole", "*", {
      ...byService(service, { "aws:SourceAccount": "999999999999" }),
      expected: "none",
    }),
    ...needs("a parent in a parameter", "ssm:GetParameter", parameter("imagebuilder/parent")),
    ...needs("a parameter for the AMI", "ssm:PutParameter", parameter("golden/base")),
    ...needs("other parameters", ["ssm:GetParameter", "ssm:PutParameter"], parameter("other"), { expected: "none" }),
    ...needs("build instances have their role", "iam:PassRole", role("build"), passing("ec2.amazonaws.com")),
    ...needs("nobody else has", "iam:PassRole", role("build"), {
      ...passing("lambda.amazonaws.com"),
      expected: "none",
    }),
    ...needs("other roles do not", "iam:PassRole", role("x"), { ...passing("ec2.amazonaws.com"), expected: "none" }),
    ...needs("disk images in S3", "iam:PassRole", role("vmimport"), passing("vmie.amazonaws.com")),
    ...needs("from VM Import alone", "iam:PassRole", role("x"), {
      ...passing("lambda.amazonaws.com"),
      expected: "none",
    }),
    ...needs("cascades", "imagebuilder:StartImagePipelineExecution", pipeline("123456789012")),
    ...needs("pipelines of others", "imagebuilder:StartImagePipelineExecution", pipeline("999999999999"), {
      expected: "none",
    }),
    ...needs("an encrypted topic", ["kms:Decrypt", "kms:GenerateDataKey"], topicKey, { context: viaSns }),
    ...needs("its key but for the topic", ["kms:Decrypt", "kms:GenerateDataKey"], topicKey, { expected: "none" }),
    ...launches("Fast Launch without a template", "cloudformation:CreateStack", fastLaunchStack, {
      context: { "aws:CalledVia": "ec2fastlaunch.amazonaws.com" },
    }),
    ...launches("Fast Launch with a template", "ec2:EnableFastLaunch", [image, ec2("launch-template/lt-1")]),
    ...launches("launches of Fast Launch", "ec2:RunInstances", ec2("instance/*"), {
      context: { "aws:RequestTag/CreatedBy": "EC2 Fast Launch" },
    }),
  ];
}

const pipeline = (account: string) => `arn:aws:imagebuilder:us-east-1:${account}:image-pipeline/base`;
const fastLaunchStack = "arn:aws:cloudformation:us-east-1:123456789012:stack/EC2FastLaunchDefaultResources/1";

/** Image Builder User Guide, "Lifecycle management prerequisites". */
function lifecycle(): Requirement[] {
  const trust = requirementsOf("aws_iam_role.lifecycle trust");
  const needs = requirementsOf("aws_iam_role.lifecycle");
  const service = "imagebuilder.amazonaws.com";
  const repository = "arn:aws:ecr:us-east-1:123456789012:repository/app";
  return [
    ...trust("policies run", "sts:AssumeRole", "*", byService(service)),
    ...trust("policies run", "sts:AssumeRole", "*", byService(service, { "aws:SourceAccount": "123456789012" })),
    ...trust("for this account alone", "sts:AssumeRole", "*", {
      ...byService(service, { "aws:SourceAccount": "999999999999" }),
      expected: "none",
    }),
    ...needs("AMIs go", ["ec2:DeregisterImage", "ec2:DisableImage"], image, { context: ofImageBuilder }),
    ...needs("AMIs of others", "ec2:DeregisterImage", image, { expected: "none" }),
    ...needs("snapshots go", "ec2:DeleteSnapshot", "arn:aws:ec2:us-east-1::snapshot/snap-1", {
      context: ofImageBuilder,
    }),
    ...needs("images go", ["imagebuilder:DeleteImage", "tag:GetResources"], "*"),
    ...needs("containers go", "ecr:BatchDeleteImage", repository, {
      context: { "ecr:ResourceTag/LifecycleExecutionAccess": "EC2 Image Builder" },
    }),
  ];
}

/** Amazon S3 User Guide, "Security best practices": TLS alone. */
function bucket(address: string, name: string): Requirement[] {
  const says = requirementsOf(`aws_s3_bucket.${address}`);
  const places = [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/builds/a`];
  const with_ = (secure: string) => ({ principal: role("build"), context: { "aws:SecureTransport": secure } });
  return [
    ...says("plain HTTP", ["s3:GetObject", "s3:PutObject"], places, { ...with_("false"), expected: "deny" }),
    ...says("TLS", ["s3:GetObject", "s3:PutObject"], places, { ...with_("true"), expected: "none" }),
  ];
}

/** Amazon SNS Developer Guide, "Security best practices"; EventBridge User Guide, "Amazon SNS permissions". */
function topic(): Requirement[] {
  const says = requirementsOf("aws_sns_topic.images");
  const arn = "arn:aws:sns:us-east-1:123456789012:images";
  const over = (principal: string, secure = "true") => ({ principal, context: { "aws:SecureTransport": secure } });
  return [
    ...says("messages of builds", "sns:Publish", arn, { ...over(role("execution")), expected: "delegate" }),
    ...says("messages of others", "sns:Publish", arn, { ...over(role("x", "999999999999")), expected: "none" }),
    ...says("messages of EventBridge", "sns:Publish", arn, over("service:events.amazonaws.com")),
    ...says("plain HTTP", "sns:Publish", arn, { ...over("service:events.amazonaws.com", "false"), expected: "deny" }),
  ];
}

const use = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];
const grants = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];

const administration = [
  ...["CancelKeyDeletion", "CreateAlias", "DeleteAlias", "DescribeKey", "DisableKey", "EnableKey", "GetKeyPolicy"],
  ...[
    "ListGrants",
    "PutKeyPolicy",
    "RevokeGrant",
    "ScheduleKeyDeletion",
    "TagResource",
    "UntagResource",
    "UpdateAlias",
  ],
].map((action) => `kms:${action}`);

/** The sources are those of src/constructs/key-policy.ts. */
function key(): Requirement[] {
  const says = requirementsOf("aws_kms_key.images-us-east-1");
  const arn = "*";
  const viaEc2 = (account: string) => ({
    "kms:CallerAccount": account,
    "kms:ViaService": "ec2.us-east-1.amazonaws.com",
  });
  const forAws = { "kms:GrantIsForAWSResource": "true" };
  const forSomebody = { "kms:GrantIsForAWSResource": "false" };
  const autoScaling = role("aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", "111122223333");
  const users = [
    { who: "a role that is named", principal: role("launcher"), context: own, known: "allow", stranger: "delegate" },
    { who: "an account", principal: role("x", "111122223333"), context: {}, known: "delegate", stranger: "none" },
    {
      who: "an organization",
      principal: role("x", "444455556666"),
      context: { "aws:PrincipalOrgID": "o-abcdefghij" },
      known: "allow",
      stranger: "none",
    },
    {
      who: "an organizational unit",
      principal: role("x", "777788889999"),
      context: { "aws:PrincipalOrgPaths": ["o-klmnopqrst/r-ab12/ou-abcd-12345678/"] },
      known: "allow",
      stranger: "none",
    },
  ] as const;
  const others = [role("x", "999999999999")];
  return [
    ...says("the account administers", ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"], arn, {
      principal: role("admin"),
      expected: "delegate",
    }),
    ...says("administrators", administration, arn, { principal: role("keys"), context: own }),
    ...says("use by administrators", "kms:Decrypt", arn, {
      principal: role("keys"),
      context: own,
      expected: "delegate",
    }),
    ...says("launches by a service of the account", [...use, "kms:CreateGrant"], arn, {
      principal: role("aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"),
      context: viaEc2("123456789012"),
    }),
    ...says("use without EC2", use, arn, {
      principal: role("x"),
      context: { "kms:CallerAccount": "123456789012" },
      expected: "delegate",
    }),
    ...others.flatMap((principal) =>
      says("use by strangers", [...use, ...grants], arn, {
        principal,
        context: {
          ...viaEc2("999999999999"),
          ...forAws,
          "kms:GranteePrincipal": autoScaling,
          "aws:PrincipalOrgID": "o-x",
        },
        expected: "none",
      }),
    ),
    ...users.flatMap(({ who, principal, context, known, stranger }) => [
      ...says(`use by ${who}`, use, arn, { principal, context, expected: known }),
      ...says(`grants by ${who}`, grants, arn, { principal, context: { ...context, ...forAws }, expected: known }),
      ...says(`grants to somebody by ${who}`, grants, arn, {
        principal,
        context: { ...context, ...forSomebody },
        expected: stranger,
      }),
      ...(who === "a role that is named"
        ? []
        : [
            ...says(`grants to Auto Scaling by ${who}`, "kms:CreateGrant", arn, {
              principal,
              context: { ...context, ...forSomebody, "kms:GranteePrincipal": autoScaling },
              expected: known,
            }),
            ...says(`grants to others by ${who}`, "kms:CreateGrant", arn, {
              principal,
              context: { ...context, ...forSomebody, "kms:GranteePrincipal": role("x", "111122223333") },
              expected: stranger,
            }),
          ]),
    ]),
  ];
}

export const builderRequirements: readonly Requirement[] = [
  ...build(),
  ...execution(),
  ...lifecycle(),
  ...bucket("documents", "image-documents"),
  ...bucket("logs", "build-logs"),
  ...topic(),
  ...key(),
];
