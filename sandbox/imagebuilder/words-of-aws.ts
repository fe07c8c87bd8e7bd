import { ApiError } from "./api-error";

/*
 * Error messages that AWS itself uses, each with its source. For all other errors, the sandbox uses the error code of AWS and a message of
 * its own. The header `x-sandbox-words` of an answer tells the two apart.
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

export const alreadyExists = (type: string, arn: string): ApiError =>
  new ApiError(
    "ResourceAlreadyExistsException",
    `The following resource '${type}' already exists: '${arn}'.`,
    400,
    "issue 28677 of hashicorp/terraform-provider-aws",
  );

export const dependedOn = (arn: string): ApiError =>
  new ApiError(
    "ResourceDependencyException",
    `Resource dependency error: The resource ARN '${arn}' has other resources depended on it.`,
    400,
    "issues 39985 and 40128 of hashicorp/terraform-provider-aws",
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

export const imageIdRequired = (arn: string): ApiError =>
  notValid(
    "workflows",
    `Build workflow must have output named ImageId to build AMI. Workflow ARN: ${arn}.`,
    "pull request 812 of CloudSnorkel/cdk-github-runners",
  );

export const osVersionRequired = (): ApiError =>
  new ApiError(
    "InvalidParameterCombinationException",
    "The value supplied for parameter 'parentImage' is not valid. You must specify an image OsVersion override when using ECR Repositories as your parent image for Windows Platform.",
    400,
    "pull request 24712 of hashicorp/terraform-provider-aws",
  );

/** @param repositories kind of repositories: "ECR Public Repositories" or "ECR Repositories" */
export const platformRequired = (repositories: string): ApiError =>
  notValid(
    "parentImage",
    `You must specify a platform override when using ${repositories} as your parent image.`,
    repositories === "ECR Repositories"
      ? "AWS's kit for container images, common errors; the code of the error is not in it"
      : "pull request 550 of CloudSnorkel/cdk-github-runners; the code of the error is not in it",
  );

/**
 * Sources of error messages from the tables of the user guide, which give neither error code nor parameter. Both are the sandbox's choice.
 */
const recipeGuide =
  "Image Builder User Guide, create a new version of an image recipe, common errors; the code is not in it";
const containerGuide =
  "Image Builder User Guide, create a new version of a container recipe, common errors; the code is not in it";

export const componentTwice = (): ApiError =>
  notValid("components", "A component may be specified in an image recipe at most once.", recipeGuide);

export const componentOfOtherPlatform = (): ApiError =>
  notValid("components", "Component ARN does not match the Parent Image Platform.", recipeGuide);

export const componentOfOtherOs = (): ApiError =>
  notValid("components", "Component ARN does not support the Parent Image OS Version.", recipeGuide);

export const componentsTooLarge = (): ApiError =>
  notValid("components", "You've exceeded the maximum cumulative component size of 25 KB.", recipeGuide);

export const agentOnWindows = (): ApiError =>
  notValid(
    "additionalInstanceConfiguration",
    "Image Builder does not support configuring the SSM Agent on Windows.",
    recipeGuide,
  );

export const marketplaceInContainer = (): ApiError =>
  notValid("components", "Container Recipes must not contain marketplace components.", containerGuide);

export const containerOnMac = (): ApiError =>
  notValid("platformOverride", "Container recipes don't currently support the macOS platform.", containerGuide);

export const platformOfImage = (): ApiError =>
  notValid(
    "platformOverride",
    "You cannot specify a platform override when using an Image Builder Image as your parent.",
    containerGuide,
  );

export const templateRequired = (): ApiError =>
  new ApiError(
    "InvalidParameterCombinationException",
    "You must specify either dockerfileTemplateData or a dockerfileTemplateUri.",
    400,
    containerGuide,
  );

/** @param index index of the component in the recipe, counted from 0 */
export const undefinedParameters = (index: number | string, names: string): ApiError =>
  new ApiError(
    "InvalidParameterCombinationException",
    `The value supplied for parameter 'components[${index}].parameters' is not valid. The following parameters are not defined in the provided component: ${names}`,
    400,
    "issue 106 of aws-ia/terraform-aws-ec2-image-builder",
  );

/** @param index index of the region's entry, counted from 0 */
export const outputsRequired = (index: number | string): ApiError =>
  notValid(
    `distributions[${index}]`,
    "One or more outputs should be provided for each region in a distribution configuration.",
    "issue 17390 of hashicorp/terraform-provider-aws",
  );

export const buildDateRequired = (index: number | string): ApiError =>
  notValid(
    `distributions[${index}].amiDistributionConfiguration.name`,
    "The EC2 AMI name must contain '{{ imagebuilder:buildDate }}' to ensure that the name will be unique.",
    "issue 36610 of hashicorp/terraform-provider-aws",
  );

/** @param expression text between the brackets of `cron(…)`, with too few fields */
export const cronTooShort = (expression: string): ApiError =>
  notValid(
    "schedule.scheduleExpression",
    `Invalid schedule expression. Details: Invalid CRON expression: error at position ${expression.length}, details: Unexpected end of expression.`,
    "issue 17396 of hashicorp/terraform-provider-aws",
  );

export const schemaVersionInvalid = (): ApiError =>
  notValid(
    "data",
    "Invalid schema version. Supported versions include: 1.0.",
    "a public note on errors of New-EC2IBComponent, AWS Tools for PowerShell",
  );

export const stepNameInvalid = (step: string, phase: string): ApiError =>
  notValid(
    "data",
    `Invalid step name '${step}' in phase '${phase}'. Allowed characters are combinations of numbers [0-9], english letters [a-z,A-Z] and special characters [-_].`,
    "a public course on EC2 Image Builder, common errors",
  );

export const actionUnsupported = (step: string, phase: string, action: string, platform: string): ApiError =>
  notValid(
    "data",
    `Parsing step '${step}' in phase '${phase}' failed. Error: Unsupported action ${action} for os platform ${platform.toLowerCase()}.`,
    "pull request 135 of aws-samples/cdk-image-pipeline",
  );

export const inputsRequired = (step: string, phase: string, action: string): ApiError =>
  notValid(
    "data",
    `Parsing step '${step}' in phase '${phase}' failed. Error: Action ${action} has no inputs; it requires an 'inputs'`,
    "issue 964 of CloudSnorkel/cdk-github-runners",
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
