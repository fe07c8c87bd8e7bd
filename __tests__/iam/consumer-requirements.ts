import { type Requirement, requirementsOf } from "./requirement";
import { sharedKey } from "./stacks";

const role = (name: string, account = "123456789012") => `arn:aws:iam::${account}:role/${name}`;
const serviceLinked = "aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder";
const image = "arn:aws:ec2:us-east-1::image/ami-1";

/** Image Builder User Guide, "Set up cross-account AMI distribution". */
function distribution(): Requirement[] {
  const trust = requirementsOf("aws_iam_role.distribution trust");
  const needs = requirementsOf("aws_iam_role.distribution");
  const assuming = (principal: string) => ({ principal, context: { "aws:PrincipalArn": principal } });
  const template = (id: string) => `arn:aws:ec2:us-east-1:111122223333:launch-template/${id}`;
  const parameter = (name: string) => `arn:aws:ssm:us-east-1:111122223333:parameter/${name}`;
  const createdBy = (value: string) => ({ context: { "aws:RequestTag/CreatedBy": value } });
  const forAws = (value: string) => ({ context: { "kms:GrantIsForAWSResource": value } });
  const grants = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];
  const ofTemplates = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"];
  return [
    ...[serviceLinked, "ec2-image-builder-execution-us-east-1"].flatMap((name) =>
      trust("the builder distributes", "sts:AssumeRole", "*", { ...assuming(role(name)), expected: "delegate" }),
    ),
    ...[role("admin"), role(serviceLinked, "999999999999")].flatMap((stranger) =>
      trust("anybody else does", "sts:AssumeRole", "*", { ...assuming(stranger), expected: "none" }),
    ),
    ...needs("copies", ["ec2:CopyImage", "ec2:DescribeImages", "ec2:ModifyImageAttribute", "ec2:CreateTags"], image),
    ...needs("encrypted copies", use, sharedKey),
    ...needs("other keys", use, `${sharedKey}0`, { expected: "none" }),
    ...needs("snapshots under the key", grants, sharedKey, forAws("true")),
    ...needs("grants to somebody", grants, sharedKey, { ...forAws("false"), expected: "none" }),
    ...["dev_base", "lt-0123456789abcdef0"].flatMap((id) => [
      ...needs("launch templates", ofTemplates, template(id)),
      ...needs("tags of launch templates", "ec2:CreateTags", template(id), createdBy("EC2 Image Builder")),
      ...needs("other tags", "ec2:CreateTags", template(id), { ...createdBy("x"), expected: "none" }),
    ]),
    ...needs("other launch templates", ofTemplates, template("lt-1"), { expected: "none" }),
    ...needs("launch templates", "ec2:DescribeLaunchTemplates", "*"),
    ...needs("AMI ids in parameters", "ssm:PutParameter", parameter("golden/base")),
    ...needs("other parameters", "ssm:PutParameter", parameter("other"), { expected: "none" }),
  ];
}

const use = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey",
  "kms:DescribeKey",
];

/** Image Builder User Guide, "Create an IAM role for Image Builder cross-account lifecycle management". */
function lifecycle(): Requirement[] {
  const trust = requirementsOf("aws_iam_role.lifecycle trust");
  const needs = requirementsOf("aws_iam_role.lifecycle");
  const tagged = { context: { "aws:ResourceTag/CreatedBy": "EC2 Image Builder" } };
  const onBehalfOf = (account: string, source: string) => ({
    principal: "service:imagebuilder.amazonaws.com",
    context: { "aws:SourceAccount": account, "aws:SourceArn": `arn:aws:imagebuilder:us-east-1:123456789012:${source}` },
  });
  const assume = "sts:AssumeRole";
  return [
    ...trust("policies of the builder", assume, "*", onBehalfOf("123456789012", "image/base/1.0.0/1")),
    ...trust("policies on behalf of this account", assume, "*", onBehalfOf("111122223333", "image/base/1.0.0/1")),
    ...trust("others", assume, "*", { ...onBehalfOf("999999999999", "image/base/1.0.0/1"), expected: "none" }),
    ...trust("what is no image", assume, "*", {
      ...onBehalfOf("123456789012", "component/a/1.0.0/1"),
      expected: "none",
    }),
    ...needs("copies go", "ec2:DeregisterImage", image, tagged),
  ];
}

/** docs/channels.md: `promote` and `rollback` write the parameters of channels, and nothing else. */
function channels(): Requirement[] {
  const trust = requirementsOf("aws_iam_role.channels trust");
  const needs = requirementsOf("aws_iam_role.channels");
  const assuming = (principal: string) => ({ principal, context: { "aws:PrincipalArn": principal } });
  const parameter = (name: string) => `arn:aws:ssm:us-east-1:111122223333:parameter/golden-images/${name}`;
  const moves = ["ssm:PutParameter", "ssm:GetParameterHistory"];
  return [
    ...trust("promoters", "sts:AssumeRole", "*", { ...assuming(role("release")), expected: "delegate" }),
    ...[role("admin"), role("release", "999999999999")].flatMap((stranger) =>
      trust("anybody else", "sts:AssumeRole", "*", { ...assuming(stranger), expected: "none" }),
    ),
    ...needs("channels move", moves, parameter("dev/base/stable")),
    ...needs("other channels", moves, parameter("dev/base/other"), { expected: "none" }),
    ...needs("AMI ids of builds", moves, "arn:aws:ssm:us-east-1:111122223333:parameter/golden/base", {
      expected: "none",
    }),
  ];
}

export const consumerRequirements: readonly Requirement[] = [...distribution(), ...lifecycle(), ...channels()];
