import type { Trouble } from "./trouble";

/**
 * Failures of a distribution.
 *
 * Sources: the readme of AWS's sample for AMIs of other accounts, the User Guide's page on the failure context, reports of users.
 */
export const distributionCauses: Readonly<Record<string, Trouble>> = {
  "cross-account-role": {
    kind: "region",
    message:
      "AccessDenied: not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{account}:role/EC2ImageBuilderDistributionCrossAccountRole",
  },
  "kms-grant": {
    kind: "region",
    message: "AccessDenied: not authorized to perform: kms:CreateGrant on the resource of the target AMI's key",
  },
  "kms-key-id": {
    kind: "region",
    message: "The specified keyId 1234abcd-12ab-34cd-56ef-1234567890ab is invalid",
  },
  "ssm-parameter": {
    kind: "region",
    configurationStep: "PUT_SSM_PARAMETERS",
    message:
      "AccessDeniedException: AWSServiceRoleForImageBuilder is not authorized to perform: ssm:PutParameter on the parameter",
  },
  "launch-template": {
    kind: "region",
    configurationStep: "UPDATE_LAUNCH_TEMPLATES",
    message: "The launch-template ID 'lt-0123456789abcdef0' does not exist",
  },
  "fast-launch": {
    kind: "region",
    configurationStep: "UPDATE_FAST_LAUNCH_CONFIGURATIONS",
    message: "Insufficient permissions to enable fast launch: an execution role is needed",
  },
  "ecr-denied": {
    kind: "region",
    message: "denied: User is not authorized to perform: ecr:InitiateLayerUpload on the repository",
  },
};
