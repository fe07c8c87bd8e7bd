import { howToRun } from "../../../problems/how-to-run";
import { type Cause, causesBeside } from "./cause";

const crossAccount = "aws-samples/amazon-ec2-image-builder-samples, cross-account AMIs";
const context = "Image Builder User Guide, Image failure context";
const skill = "aws/agent-toolkit-for-aws, Image Builder troubleshooting";

const delivering = (text: string) => ({ workflow: "DISTRIBUTION", action: "DistributeImage", text });
const other = delivering("Internal failure");

/** Causes after the AMI was created, while it is distributed. */
export const deliveringCauses: readonly Cause[] = causesBeside(other, [
  {
    code: "key-of-aws",
    cause: "a snapshot of the AMI is encrypted with a key that AWS manages, and such snapshots cannot be shared",
    fix: "use a key of your own: encryption: { create: true } in the environment, and a volume in the image for every volume that the parent encrypts with a key of AWS",
    source: "AWS Knowledge Center, distribution errors for encrypted AMIs in Image Builder",
    applies: ({ text }) => text.includes("encrypted with the AWS Managed CMK"),
    fail: delivering(
      "EC2 Client Error: 'Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify another snapshot.' when distributing the image",
    ),
  },
  {
    code: "distribution-role",
    cause: "the receiving account has no role EC2ImageBuilderDistributionCrossAccountRole that this account may assume",
    fix: "deploy the receiving account's stack (consumer: in its environment creates the role), then retry",
    source: crossAccount,
    applies: ({ text }) =>
      text.includes("sts:AssumeRole") || text.includes("EC2ImageBuilderDistributionCrossAccountRole"),
    fail: delivering(
      "AccessDenied: not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/EC2ImageBuilderDistributionCrossAccountRole",
    ),
  },
  {
    code: "key-denied",
    cause: "a KMS key does not allow Image Builder or the receiving account to use it",
    fix: "let the key's policy allow kms:CreateGrant and kms:DescribeKey to both",
    source: crossAccount,
    applies: ({ text }) => /kms:(CreateGrant|DescribeKey|Decrypt|ReEncrypt|GenerateDataKey)|KMSAccessDenied/.test(text),
    fail: delivering(
      "AccessDenied: not authorized to perform: kms:CreateGrant on the resource of the target AMI's key",
    ),
  },
  {
    code: "key-invalid",
    cause: "a KMS key does not exist in the region of the copy, or is disabled",
    fix: "name the whole ARN of a key of that region under distribute[].kmsKey",
    source: crossAccount,
    applies: ({ text }) => /keyId .* is invalid|InvalidKMSKey|KMSInvalidState|NotFoundException.*kms/i.test(text),
    fail: delivering("The specified keyId 1234abcd-12ab-34cd-56ef-1234567890ab is invalid"),
  },
  {
    code: "parameter-full",
    cause: "the oldest of 100 versions of the SSM parameter has a label, so no new version can be written",
    fix: `move the channel that still points there with "${howToRun("promote")}", or remove its label`,
    source: "Systems Manager API Reference, ParameterMaxVersionLimitExceeded",
    applies: ({ text }) => text.includes("ParameterMaxVersionLimitExceeded"),
    fail: delivering(
      "ParameterMaxVersionLimitExceeded: version 1, the oldest version, can't be deleted because it has a label",
    ),
  },
  {
    code: "parameter-denied",
    cause: "Image Builder may not write the SSM parameter; the AMI exists nevertheless",
    fix: "use a name that starts with /imagebuilder/, which the service-linked role may write, or let the execution role write this one; then build again, because a retry does not repeat this step",
    source: skill,
    applies: ({ text }) => text.includes("ssm:PutParameter"),
    fail: delivering("AWSServiceRoleForImageBuilder is not authorized to perform: ssm:PutParameter on the parameter"),
  },
  {
    code: "launch-template-gone",
    cause: "a launch template of the distribution does not exist in that region or account",
    fix: "correct launchTemplates of the image in the environment, deploy, and retry",
    source: context,
    applies: ({ text }) => /launch-template ID .* does not exist|InvalidLaunchTemplateId/i.test(text),
    fail: delivering("The launch-template ID 'lt-0123456789abcdef0' does not exist"),
  },
  {
    code: "fast-launch",
    cause: "EC2 Fast Launch could not be set up: it needs a role, and room for its instances",
    fix: "let the environment create its executionRole, and see that the account's vCPU quota holds maxParallelLaunches",
    source: "aws-samples/amazon-ec2-image-builder-samples, windows-golden-image",
    applies: ({ text }) => /fast.?launch/i.test(text),
    fail: delivering("Insufficient permissions to enable fast launch: an execution role is needed"),
  },
  {
    code: "export-role",
    cause: "the disk image could not be written to S3",
    fix: "create the role that distribute[].export.role names (by default vmimport) with the policy that VM Import/Export documents, and let the policy of the bucket allow it",
    source: "VM Import/Export User Guide, Required permissions",
    applies: ({ text }) => /vmimport|EXPORT_AMI|ExportImage/.test(text),
    fail: delivering("The service role vmimport does not exist or does not have sufficient permissions"),
  },
  {
    code: "license",
    cause: "a license configuration could not be associated with the AMI",
    fix: "name license configurations of this account and region under distribute[].licenses",
    source: context,
    applies: ({ text }) => /license.?configuration|ASSOCIATE_LICENSES/i.test(text),
    fail: delivering("The license configuration lic-1 could not be found"),
  },
  {
    code: "repository",
    cause:
      "ECR refused the container image: the repository is missing in the region, denies the push, or has immutable tags that already exist",
    fix: "create the repository in every region of distribute, let the instance's role push to it, and use tags that change from build to build",
    source: skill,
    applies: ({ text }) => /\becr:|RepositoryNotFound|ImageTagAlreadyExists|tag invalid|InitiateLayerUpload/.test(text),
    fail: delivering("denied: User is not authorized to perform: ecr:InitiateLayerUpload on the repository"),
  },
]);
