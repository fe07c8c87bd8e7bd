import type { Place } from "../aws/place";
import { runDocuments } from "../aws/run-documents";
import { serviceNames } from "../aws/service-names";
import { keyStatement } from "./key-statement";
import { allow } from "./policy-document";

/** ARNs of the SSM parameters of a factory. */
export interface SsmParameters {
  /** Parameters that distributions write in the account. */
  readonly written: readonly string[];
  /** Parameters that contain the AMI id of a parent. */
  readonly read: readonly string[];
}

export interface ExecutionPolicyProps {
  readonly place: Place;
  readonly parameters: SsmParameters;
  /** ARN of the role of build instances, if the stack creates the role. */
  readonly buildRoleArn?: string;
  /** ARN of the KMS key (or of its alias) of the topic of builds, if the stack creates the topic and it is encrypted. */
  readonly topicKey?: string;
}

/** Value of the tag `CreatedBy` that Image Builder adds to all resources that it creates. Conditions limit its permissions to these resources. */
const createdByImageBuilder = "EC2 Image Builder";

/**
 * Returns the statements for a role that Image Builder assumes instead of its service-linked role. They are those of the service-linked role that
 * builds, tests and distributions need, but limited to the roles and parameters of this project.
 *
 * Source: the managed policy of the service-linked role AWSServiceRoleForImageBuilder; Image Builder User Guide, "IAM permissions for custom
 * workflows" and "Prerequisites for SSM output parameters". The policy must fit into the 10,240 characters of a role's inline policies.
 */
export function executionPolicy(props: ExecutionPolicyProps): object[] {
  return [
    ...instances(props),
    ...images(props.place),
    ...commands(props.place),
    ...keys(),
    ...distribution(props.place),
    pipelines(props.place),
    ...parameters(props),
    ...topicKey(props),
  ];
}

const tagged = { StringEquals: { "aws:ResourceTag/CreatedBy": createdByImageBuilder } };
const tagging = { StringEquals: { "aws:RequestTag/CreatedBy": [createdByImageBuilder, "EC2 Fast Launch"] } };

function instances({ place, buildRoleArn }: ExecutionPolicyProps): object[] {
  const { partition } = place;
  const ec2 = (type: string) => `arn:${partition}:ec2:*:*:${type}/*`;
  return [
    allow(
      "LaunchFrom",
      ["ec2:RunInstances"],
      [
        ...["image", "snapshot"].map((type) => `arn:${partition}:ec2:*::${type}/*`),
        ...["subnet", "network-interface", "security-group", "key-pair", "launch-template"].map(ec2),
        `arn:${partition}:license-manager:*:*:license-configuration:*`,
      ],
    ),
    allow("LaunchTagged", ["ec2:RunInstances"], [ec2("instance"), ec2("volume")], tagging),
    allow("EndOwnInstances", ["ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances"], "*", tagged),
    allow("PassBuildRole", ["iam:PassRole"], buildRoleArn ?? "*", {
      StringEquals: { "iam:PassedToService": serviceNames(partition, "ec2") },
    }),
    allow(
      "Look",
      [
        "ec2:DescribeExportImageTasks",
        "ec2:DescribeHosts",
        "ec2:DescribeImages",
        "ec2:DescribeImportImageTasks",
        "ec2:DescribeInstanceAttribute",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeInstances",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribeSnapshots",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
        "inspector2:ListCoverage",
        "inspector2:ListFindings",
      ],
      "*",
    ),
  ];
}

function images({ partition }: Place): object[] {
  const anyImage = `arn:${partition}:ec2:*::image/*`;
  const anySnapshot = `arn:${partition}:ec2:*::snapshot/*`;
  const anyExport = `arn:${partition}:ec2:*:*:export-image-task/*`;
  const anyTemplate = `arn:${partition}:ec2:*:*:launch-template/*`;
  return [
    allow("MakeImages", ["ec2:CopyImage", "ec2:CreateImage", "ec2:DeregisterImage", "ec2:ModifyImageAttribute"], "*"),
    allow("RegisterTagged", ["ec2:RegisterImage"], anyImage, {
      StringEquals: { "aws:RequestTag/CreatedBy": createdByImageBuilder },
    }),
    allow("RegisterOwnSnapshots", ["ec2:RegisterImage", "ec2:ModifySnapshotAttribute"], anySnapshot, tagged),
    allow("TagImages", ["ec2:CreateTags"], [anyImage, anyExport]),
    allow("TagOwn", ["ec2:CreateTags"], "*", {
      StringEquals: { ...tagging.StringEquals, "ec2:CreateAction": ["RunInstances", "CreateImage"] },
    }),
    allow("TagTagged", ["ec2:CreateTags"], [anySnapshot, anyTemplate], tagging),
    allow("ExportOwn", ["ec2:ExportImage", "ec2:EnableFastLaunch"], [anyImage, anyTemplate], tagged),
    allow("Export", ["ec2:ExportImage"], anyExport),
    allow("CancelOwnExport", ["ec2:CancelExportTask"], anyExport, tagged),
    allow("PassExportRole", ["iam:PassRole"], "*", { StringEquals: { "iam:PassedToService": "vmie.amazonaws.com" } }),
  ];
}

function commands({ partition }: Place): object[] {
  const document = (name: string) => `arn:${partition}:ssm:*:*:document/${name}`;
  const anyInstance = `arn:${partition}:ec2:*:*:instance/*`;
  return [
    allow(
      "FollowCommands",
      [
        "ssm:AddTagsToResource",
        "ssm:DescribeAssociationExecutions",
        "ssm:DescribeInstanceAssociationsStatus",
        "ssm:DescribeInstanceInformation",
        "ssm:GetAutomationExecution",
        "ssm:GetCommandInvocation",
        "ssm:ListCommandInvocations",
        "ssm:ListCommands",
        "ssm:ListInventoryEntries",
        "ssm:SendAutomationSignal",
        "ssm:StopAutomationExecution",
      ],
      "*",
    ),
    allow("SendDocuments", ["ssm:SendCommand"], [...runDocuments.map(document), `arn:${partition}:s3:::*`]),
    allow("SendToOwnInstances", ["ssm:SendCommand"], anyInstance, {
      StringEquals: { "ssm:resourceTag/CreatedBy": createdByImageBuilder },
    }),
    allow(
      "CollectInventory",
      ["ssm:CreateAssociation", "ssm:DeleteAssociation"],
      [document("AWS-GatherSoftwareInventory"), `arn:${partition}:ssm:*:*:association/*`, anyInstance],
    ),
  ];
}

/** Returns statements that allow the use of the KMS keys of volumes and snapshots, only through EC2. */
function keys(): object[] {
  const byEc2 = { "kms:ViaService": ["ec2.*.amazonaws.com", "ec2.*.amazonaws.com.cn"] };
  return [
    allow(
      "UseKeysOfVolumes",
      ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
      "*",
      { "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["aws:ebs:id"] }, StringLike: byEc2 },
    ),
    allow("LookAtKeys", ["kms:DescribeKey"], "*", { StringLike: byEc2 }),
    allow("GrantKeysToAws", ["kms:CreateGrant"], "*", {
      Bool: { "kms:GrantIsForAWSResource": "true" },
      StringLike: byEc2,
    }),
  ];
}

function distribution({ partition }: Place): object[] {
  const scanned = `arn:${partition}:ecr:*:*:repository/image-builder-*`;
  return [
    allow(
      "GoToOtherAccounts",
      ["sts:AssumeRole"],
      `arn:${partition}:iam::*:role/EC2ImageBuilderDistributionCrossAccountRole`,
    ),
    allow("Tell", ["sns:Publish"], "*"),
    allow("License", ["license-manager:UpdateLicenseSpecificationsForResource"], "*"),
    allow(
      "UpdateLaunchTemplates",
      ["ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
      "*",
    ),
    allow("ScanContainers", ["ecr:CreateRepository"], "*", {
      StringEquals: { "aws:RequestTag/CreatedBy": createdByImageBuilder },
    }),
    allow("TagScanned", ["ecr:TagResource"], scanned, {
      StringEquals: { "aws:RequestTag/CreatedBy": createdByImageBuilder },
    }),
    allow("ForgetScanned", ["ecr:BatchDeleteImage"], scanned, {
      StringEquals: { "ecr:ResourceTag/CreatedBy": createdByImageBuilder },
    }),
    allow(
      "Log",
      ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
      `arn:${partition}:logs:*:*:log-group:/aws/imagebuilder/*`,
    ),
    allow(
      "WaitForOthers",
      ["events:DeleteRule", "events:DescribeRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets"],
      `arn:${partition}:events:*:*:rule/ImageBuilder-*`,
    ),
    allow("LinkServices", ["iam:CreateServiceLinkedRole"], "*", {
      StringEquals: { "iam:AWSServiceName": ["ssm.amazonaws.com", "ec2fastlaunch.amazonaws.com"] },
    }),
  ];
}

function pipelines({ partition, region, account }: Place) {
  return allow(
    "StartOwnPipelines",
    ["imagebuilder:StartImagePipelineExecution", "imagebuilder:TagResource"],
    `arn:${partition}:imagebuilder:${region}:${account}:image-pipeline/*`,
  );
}

/**
 * Returns a statement that allows the use of the KMS key of the topic, which is required to publish to an encrypted topic. The service-linked
 * role does not get this permission here; the policy of the key has to grant it.
 *
 * Source: SNS Developer Guide, "Configure AWS KMS permissions".
 */
function topicKey({ topicKey: key, place }: ExecutionPolicyProps): object[] {
  return key === undefined
    ? []
    : [keyStatement("UseKeyOfTopic", ["kms:Decrypt", "kms:GenerateDataKey*"], key, "sns", place)];
}

function parameters({ place: { partition }, parameters: { written, read } }: ExecutionPolicyProps): object[] {
  return [
    allow("ReadParameters", ["ssm:GetParameter"], [`arn:${partition}:ssm:*::parameter/aws/service/*`, ...read]),
    ...(written.length === 0 ? [] : [allow("WriteParameters", ["ssm:PutParameter"], written)]),
  ];
}
