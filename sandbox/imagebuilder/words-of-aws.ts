import { ApiError } from "./api-error";

/*
 * Refusals in AWS's own words, each with where they were read. What the sandbox refuses otherwise, it refuses in words of its own: the code of the error is
 * AWS's then, and its message is not. The header `x-sandbox-words` of an answer tells the two apart.
 */

const notValid = (parameter: string, reason: string, source: string): ApiError =>
  new ApiError(
    "InvalidParameterValueException",
    `The value supplied for parameter '${parameter}' is not valid. ${reason}`,
    400,
    source,
  );

export const dryRunWouldSucceed = (): ApiError =>
  new ApiError(
    "DryRunOperationException",
    "Request would have succeeded, but dryRun flag is set.",
    412,
    "Image Builder User Guide, validate Image Builder resource creation with a dry run",
  );

export const alreadyExists = (noun: string, arn: string): ApiError =>
  new ApiError(
    "ResourceAlreadyExistsException",
    `The following resource '${noun}' already exists: '${arn}'.`,
    400,
    "issue 28677 of hashicorp/terraform-provider-aws",
  );

export const dependedOn = (arn: string, users: string): ApiError =>
  new ApiError(
    "ResourceDependencyException",
    `The resource ARN '${arn}' has other resources depended on it: ${users}.`,
    400,
    "issue 39117 of hashicorp/terraform-provider-aws",
  );

export const executionRoleRequired = (): ApiError =>
  new ApiError(
    "InvalidParameterCombinationException",
    "An execution role is required to provide workflows.",
    400,
    "aws/agent-toolkit-for-aws, custom image workflows and execution roles",
  );

export const latestWorkflowRequired = (arn: string): ApiError =>
  notValid(
    "workflows",
    `AWS managed workflows must have latest version 'x.x.x' for '${arn}'`,
    "aws/aws-cdk, AWS::ImageBuilder::ImagePipeline WorkflowConfiguration",
  );

export const osVersionRequired = (): ApiError =>
  new ApiError(
    "InvalidParameterCombinationException",
    "You must specify an image OsVersion override when using ECR Repositories as your parent image for Windows Platform.",
    400,
    "pull request 24712 of hashicorp/terraform-provider-aws",
  );

export const roleMissing = (): ApiError =>
  notValid(
    "executionRole",
    "The provided role does not exist or does not have sufficient permissions.",
    "hashicorp/terraform-provider-aws, which waits for a new role by these words",
  );

export const profileMissing = (): ApiError =>
  notValid(
    "instanceProfileName",
    "The provided instance profile does not exist. Please specify a different instance profile and try again.",
    "hashicorp/terraform-provider-aws, which waits for a new profile by these words",
  );
