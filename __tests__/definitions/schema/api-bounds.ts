/** The field of the API that a bound of the definitions mirrors, or why there is none. */
export interface Mirror {
  /** `<operation>.<field>`; the bounds are the same, or, where `why` is there, narrower. */
  readonly api?: string;
  readonly why?: string;
  /** A text of so many characters that has the right form; default: the letter a. */
  readonly like?: (length: number) => string;
}

const digits = (length: number) => "1".repeat(length);
const after =
  (start: string, end = "") =>
  (length: number) =>
    `${start}${"a".repeat(Math.max(length - start.length - end.length, 0))}${end}`;

const distribution = "CreateDistributionConfiguration.distributions[]";
const ami = `${distribution}.amiDistributionConfiguration`;
const infrastructure = "CreateInfrastructureConfiguration";
const lifecycle = "CreateLifecyclePolicy";

const filterOfEc2 = "EC2: up to 200 values of a filter";
const ec2Id = "EC2 User Guide, resource ids: a prefix and 8 or 17 hexadecimal digits";
const idLike = (prefix: string) => (length: number) =>
  `${prefix}-${"0".repeat(Math.max(length - prefix.length - 1, 0))}`;
const terraform = "Terraform's, not of AWS";
const iam = "IAM's, which Image Builder does not narrow";
const kms = "an ARN of KMS, of a key or an alias";
const kmsLike = after("arn:aws:kms:us-east-1:123456789012:alias/");
const anArn = "the form of any ARN; checks look at what it names";

/**
 * By the last parts of a path in the schemas of definitions. The longest key that fits counts.
 *
 * `[]` is each item of a list, `*` each value of a map, `<key>` each of its keys.
 */
export const mirrors: Readonly<Record<string, Mirror>> = {
  // Texts
  description: { api: "CreateImageRecipe.description" },
  "environment.description": { why: "not sent to AWS; as long as the others" },
  "descriptions.pipeline": { api: "CreateImagePipeline.description" },
  "descriptions.distribution": { api: "CreateDistributionConfiguration.description" },
  "descriptions.infrastructure": { api: `${infrastructure}.description` },
  "build.description": { api: `${infrastructure}.description` },
  "lifecycle.*.description": { api: `${lifecycle}.description` },
  "components.*.description": { api: "CreateComponent.description" },
  "components.*.changeDescription": { api: "CreateComponent.changeDescription" },
  "workflows.*.description": { api: "CreateWorkflow.description" },
  "workflows.*.changeDescription": { api: "CreateWorkflow.changeDescription" },
  workingDirectory: { api: "CreateImageRecipe.workingDirectory" },
  userData: { why: "counted in bytes of the plain text: __tests__/aws/limits.test.ts" },

  // Names
  ...Object.fromEntries(
    [
      ...["parent.container", "parent.image", "build.name", "build.containersName", "images.<key>", "containers.<key>"],
      ...["lifecycle.<key>", "lifecycle.*.name", "lifecycle.*.images[]", "lifecycle.*.containers[]"],
      ...["components.*.name", "workflows.*.name"],
      ...["distributions.<key>", "distributions.*.name"],
      ...["names.recipe", "names.pipeline", "names.distribution", "names.infrastructure"],
    ].map((key): [string, Mirror] => [
      key,
      { api: "CreateImageRecipe.name", why: "the AWS provider takes 126 characters" },
    ]),
  ),
  "pipelines.<key>": { why: "this project's: a part of names, behind that of the image or container" },
  "container.parent.image": { api: "CreateContainerRecipe.parentImage" },
  "parent.arn": { why: anArn },
  "components[].aws": { why: "letters, digits and hyphens of a component's ARN; checks know the names" },
  "components[].arn": { why: anArn },
  "workflows[].arn": { why: anArn },
  "components[].version": { why: "a version that may be open: the API has it as part of an ARN" },
  "parent.version": { why: "a version that may be open: the API has it as part of an ARN" },
  "image.version": { why: "the first two of the three numbers; the third is counted" },
  "container.version": { why: "the first two of the three numbers; the third is counted" },
  "parent.ssm": {
    api: "CreateImageRecipe.parentImage",
    why: "the name of an SSM parameter; `ssm:` comes before it",
    like: (n) => "a".repeat(Math.min(n, 1000)),
  },
  "parent.amis.*": { why: ec2Id },
  "parent.marketplace": { why: "a product id of AWS Marketplace" },
  "parent.rootDevice": { why: "this project's: the name that a volume without one gets" },
  "instance.rootDevice": { why: "this project's: the name that a volume without one gets" },
  "instance.amis.*": { why: ec2Id },
  dockerfile: { why: "a path in the project folder" },

  // Recipes
  components: { api: "CreateImageRecipe.components" },
  "components[].parameters.<key>": { api: "CreateImageRecipe.components[].parameters[].name" },
  "components[].parameters.*": {
    why: "the provider drops empty values; Image Builder User Guide: up to 1024 characters",
  },
  "volumes[].device": {
    api: "CreateImageRecipe.blockDeviceMappings[].deviceName",
    why: "EC2 User Guide, device names",
    like: after("/dev/xvd"),
  },
  "volumes[].size": { api: "CreateImageRecipe.blockDeviceMappings[].ebs.volumeSize" },
  "volumes[].iops": {
    api: "CreateImageRecipe.blockDeviceMappings[].ebs.iops",
    why: "the AWS provider takes 100 to 10,000",
  },
  "volumes[].throughput": { api: "CreateImageRecipe.blockDeviceMappings[].ebs.throughput" },
  "volumes[].snapshot": {
    api: "CreateImageRecipe.blockDeviceMappings[].ebs.snapshotId",
    why: ec2Id,
    like: idLike("snap"),
  },
  "volumes[].kmsKey": { api: "CreateImageRecipe.blockDeviceMappings[].ebs.kmsKeyId", why: kms, like: kmsLike },
  "container.kmsKey": { api: "CreateContainerRecipe.kmsKeyId", why: kms, like: kmsLike },
  "tests.timeoutMinutes": { api: "CreateImagePipeline.imageTestsConfiguration.timeoutMinutes" },
  workflows: { why: "one for building, ten for testing, one for distribution: Image Builder User Guide, workflows" },
  "workflows[].parameters.<key>": { api: "CreateImagePipeline.workflows[].parameters[].name" },
  "workflows[].parameters.*": { why: "the provider drops empty values; as long as those of components" },
  "workflows[].parallelGroup": { api: "CreateImagePipeline.workflows[].parallelGroup" },

  // Tags
  "tags.<key>": { api: "CreateImageRecipe.tags.<key>" },
  "tags.*": { api: "CreateImageRecipe.tags.*" },
  ...Object.fromEntries(
    [
      "roleTags",
      "configurationTags",
      "ownTags",
      "tags.recipe",
      "tags.pipeline",
      "tags.distribution",
      "tags.infrastructure",
    ].flatMap((key): [string, Mirror][] => [
      [`${key}.<key>`, { api: "CreateImageRecipe.tags.<key>" }],
      [`${key}.*`, { api: "CreateImageRecipe.tags.*" }],
    ]),
  ),
  "build.tags.<key>": { api: `${infrastructure}.resourceTags.<key>` },
  "build.tags.*": { api: `${infrastructure}.resourceTags.*` },
  "distribute[].tags.<key>": { api: `${ami}.amiTags.<key>` },
  "distribute[].tags.*": { api: `${ami}.amiTags.*` },
  "lifecycle.*.tags.<key>": { api: `${lifecycle}.resourceSelection.tagMap.<key>` },
  "lifecycle.*.tags.*": { api: `${lifecycle}.resourceSelection.tagMap.*` },

  // Environments
  account: { api: `${distribution}.launchTemplateConfigurations[].accountId`, like: digits },
  "accounts[]": { api: `${ami}.targetAccountIds[]`, like: digits },
  region: { why: "the form of AWS's regions" },
  namePrefix: { why: "this project's" },
  "values.<key>": { why: "this project's" },
  providerVersion: { why: terraform },
  terraformVersion: { why: terraform },
  "network.create.name": { why: "a tag of EC2 with room for what is put after it" },
  "network.create.cidr": { why: "EC2 API CreateVpc: a VPC of /16 to /28, halved" },
  "network.create.availabilityZone": { why: "EC2's form of zones" },
  ...Object.fromEntries(
    ["parent.ami", "instance.ami", "network.subnet", "network.securityGroups[]", "network.vpc"].flatMap((lookUp) =>
      ["tags.*", "tags.*[]", "filters.<key>", "filters.*", "filters.*[]"].map((part) => [
        `${lookUp}.${part}`,
        { why: filterOfEc2 },
      ]),
    ),
  ),
  ...Object.fromEntries(
    ["parent.ami", "instance.ami"].flatMap((lookUp): [string, Mirror][] => [
      [`${lookUp}.name`, { why: filterOfEc2 }],
      [`${lookUp}.owners`, { why: "this project's: anybody may publish an AMI" }],
      [`${lookUp}.owners[]`, { why: "EC2 API field DescribeImages.Owners" }],
    ]),
  ),
  "network.securityGroups[].name": { why: filterOfEc2 },
  "network.subnet": { api: `${infrastructure}.subnetId`, why: ec2Id, like: idLike("subnet") },
  "network.vpc": { why: ec2Id },
  "network.securityGroups": { why: "EC2: up to 16 groups of a network interface" },
  "network.securityGroups[]": { api: `${infrastructure}.securityGroupIds[]`, why: ec2Id, like: idLike("sg") },
  "network.securityGroup.name": { why: "EC2 API CreateSecurityGroup.GroupName" },
  "network.securityGroup.description": { why: "EC2 API CreateSecurityGroup.Description" },
  ...Object.fromEntries(
    ["ports", "cidr", "cidrIpv6", "prefixList", "group", "description"].flatMap((key): [string, Mirror][] =>
      ["ingress", "egress"].map((list) => [`${list}[].${key}`, { why: "EC2 API type IpPermission" }]),
    ),
  ),
  instanceType: { why: "EC2's form of instance types" },
  instanceTypes: { why: "this project's: to name none is to leave the list out" },
  "instanceTypes[]": { why: "EC2's form of instance types" },
  "instanceProfile.name": {
    api: `${infrastructure}.instanceProfileName`,
    why: "IAM API field InstanceProfileName: 128",
  },
  "instanceProfile.roleName": { why: iam },
  "launchTemplate.instanceProfile": { why: iam },
  "instanceProfile.read[]": { why: "a bucket of S3 and the start of a key" },
  "instanceProfile.write[]": { why: "a bucket of S3 and the start of a key" },
  path: { why: iam },
  permissionsBoundary: { why: anArn },
  "policies[]": { why: anArn },
  ...Object.fromEntries(
    ["statements", "trust"].flatMap((list) =>
      [
        "sid",
        "actions",
        "actions[]",
        ...["AWS", "Service", "Federated"].flatMap((type) => [`principals.${type}`, `principals.${type}[]`]),
      ].map((key): [string, Mirror] => [`${list}[].${key}`, { why: iam }]),
    ),
  ),
  "statements[].resources": { why: iam },
  "statements[].resources[]": { why: iam },
  "executionRole.name": { why: iam },
  "executionRole.arn": {
    api: "CreateImagePipeline.executionRole",
    why: iam,
    like: after("arn:aws:iam::123456789012:role/"),
  },
  "lifecycleRole.name": { why: iam },
  "lifecycleRole.arn": { api: `${lifecycle}.executionRole`, why: iam, like: after("arn:aws:iam::123456789012:role/") },
  "build.keyPair": { api: `${infrastructure}.keyPair`, why: "EC2 API CreateKeyPair.KeyName: 255" },
  bucket: { why: "S3's names of buckets" },
  "build.logs.bucket": { api: `${infrastructure}.logging.s3Logs.s3BucketName`, why: "S3's names of buckets" },
  "build.logs.prefix": { api: `${infrastructure}.logging.s3Logs.s3KeyPrefix` },
  "build.logs.kmsKey": { why: kms },
  "accessLogs.prefix": { why: "S3's keys: 1024 bytes, with what S3 puts after it" },
  "documents.prefix": { why: "S3's keys: 1024 bytes; as long as that of logs" },
  "documents.kmsKey": { why: kms },
  "build.logs.expireDays": { why: "this project's: ten years" },
  "logGroups.kmsKey": { why: kms },
  "build.topic": { api: `${infrastructure}.snsTopicArn`, like: after("arn:aws:sns:us-east-1:123456789012:") },
  "events.topic": { api: `${infrastructure}.snsTopicArn`, like: after("arn:aws:sns:us-east-1:123456789012:") },
  "topic.name": { why: "SNS API CreateTopic.Name" },
  "topic.kmsKey": { why: kms },
  "topic.subscriptions[].endpoint": { why: "SNS API Subscribe.Endpoint; each protocol has its own form" },
  "placement.availabilityZone": { why: "EC2's form of zones" },
  "placement.host": { api: `${infrastructure}.placement.hostId`, why: ec2Id, like: idLike("h") },
  "placement.hostResourceGroup": { why: anArn },
  "metadata.hopLimit": { api: `${infrastructure}.instanceMetadataOptions.httpPutResponseHopLimit` },
  "encryption.kmsKey": { why: kms },
  "encryption.alias": { why: "KMS API CreateAlias.AliasName: 256 with alias/" },
  "encryption.deletionDays": { why: "KMS API ScheduleKeyDeletion.PendingWindowInDays" },
  "users[]": { why: iam },
  "administrators[]": { why: iam },
  "events.name": { why: "EventBridge API PutRule.Name: 64, with a hyphen and the event" },
  "events.on": { why: "this project's: to hear of nothing is to leave `events` out" },
  channels: { why: "Systems Manager API LabelParameterVersion: 10 labels" },
  "channels[]": { why: "Systems Manager API LabelParameterVersion: 100 characters" },
  "components.*.kmsKey": { api: "CreateComponent.kmsKeyId", why: kms, like: kmsLike },
  "workflows.*.kmsKey": { api: "CreateWorkflow.kmsKeyId", why: kms, like: kmsLike },
  "quotas.componentsPerRecipe": { why: "what Service Quotas says" },
  "quotas.managedPoliciesPerRole": { why: "what Service Quotas says" },
  "quotas.workflowsPerImage": { why: "what Service Quotas says" },
  "quotas.copiesPerDistribution": { why: "what Service Quotas says" },
  "quotas.launchTemplatesPerRegion": { why: "what Service Quotas says" },
  "quotas.ssmParametersPerRegion": { why: "what Service Quotas says" },
  "overrides.<key>": { why: terraform },
  "overrides.*.<key>": { why: terraform },

  // States
  "state.local.file": { why: terraform },
  "state.s3.key": { why: "S3's keys: 1024 bytes" },
  "state.s3.kmsKey": { why: kms },
  "s3.region": { why: "the form of AWS's regions" },
  "lock.dynamodbTable": { why: "DynamoDB API CreateTable.TableName" },
  profile: { why: "the AWS CLI's configuration" },
  "role.arn": { why: iam },
  "role.externalId": { why: "STS API AssumeRole.ExternalId" },
  "role.sessionName": { why: "STS API AssumeRole.RoleSessionName" },
  ...Object.fromEntries(
    [
      ...["cloud.organization", "cloud.workspace", "cloud.project", "cloud.hostname", "http.username", "backend.type"],
      ...["http.address", "http.lockAddress", "http.unlockAddress"],
      ...["http.updateMethod", "http.lockMethod", "http.unlockMethod", "config.<key>"],
    ].map((key): [string, Mirror] => [`state.${key.replace("config", "backend.config")}`, { why: terraform }]),
  ),

  // What is built
  buildTimeoutHours: { why: "this project's: how long Terraform waits" },
  "schedule.cron": { api: "CreateImagePipeline.schedule.scheduleExpression" },
  "schedule.timezone": { api: "CreateImagePipeline.schedule.timezone" },
  "repository.name": { why: "ECR API CreateRepository.repositoryName" },
  "repository.kmsKey": { why: kms },
  "repository.keep": { why: "this project's" },
  "scan.repository": {
    api: "CreateImagePipeline.imageScanningConfiguration.ecrConfiguration.repositoryName",
    why: "ECR API CreateRepository.repositoryName",
  },
  "scan.tags": { why: "this project's: to name none is to leave the list out" },
  "scan.tags[]": {
    api: "CreateImagePipeline.imageScanningConfiguration.ecrConfiguration.containerTags[]",
    why: "OCI distribution specification, tags",
  },

  // Distribution
  distribute: { why: "this project's: to name none is to leave the list out" },
  "distribute[].name": { api: `${ami}.name` },
  "distribute[].description": { api: `${ami}.description` },
  "distribute[].kmsKey": { api: `${ami}.kmsKeyId`, why: kms, like: kmsLike },
  "share.accounts": { api: `${ami}.launchPermission.userIds` },
  "share.organizations": { api: `${ami}.launchPermission.organizationArns` },
  "share.organizations[]": {
    api: `${ami}.launchPermission.organizationArns[]`,
    like: after("arn:aws:organizations::123456789012:organization/o-"),
  },
  "share.organizationalUnits": { api: `${ami}.launchPermission.organizationalUnitArns` },
  "share.organizationalUnits[]": {
    api: `${ami}.launchPermission.organizationalUnitArns[]`,
    why: "the pattern of the API has no end",
    like: after("arn:aws:organizations::123456789012:ou/o-aaaaaaaaaa/ou-aaaa-"),
  },
  "copyTo.accounts": { api: `${ami}.targetAccountIds` },
  "ssmParameters[].name": { api: `${distribution}.ssmParameterConfigurations[].parameterName` },
  launchTemplates: { api: `${distribution}.launchTemplateConfigurations` },
  "launchTemplates[].id": {
    api: `${distribution}.launchTemplateConfigurations[].launchTemplateId`,
    like: after("lt-"),
  },
  fastLaunch: { api: `${distribution}.fastLaunchConfigurations` },
  "fastLaunch[].launchTemplate.id": {
    api: `${distribution}.fastLaunchConfigurations[].launchTemplate.launchTemplateId`,
    like: after("lt-"),
  },
  "fastLaunch[].launchTemplate.name": {
    api: `${distribution}.fastLaunchConfigurations[].launchTemplate.launchTemplateName`,
    why: "EC2 API CreateLaunchTemplate.LaunchTemplateName: 3 to 128",
  },
  "fastLaunch[].launchTemplate.version": {
    why: "EC2 API type FastLaunchLaunchTemplateSpecificationRequest: a number, $Default or $Latest",
  },
  "fastLaunch[].maxParallelLaunches": {
    api: `${distribution}.fastLaunchConfigurations[].maxParallelLaunches`,
    why: "EC2 API EnableFastLaunch.MaxParallelLaunches: at least 6; the AWS provider takes up to 10,000",
  },
  "fastLaunch[].snapshots": {
    api: `${distribution}.fastLaunchConfigurations[].snapshotConfiguration.targetResourceCount`,
  },
  licenses: { api: `${distribution}.licenseConfigurationArns` },
  "licenses[]": {
    api: `${distribution}.licenseConfigurationArns[]`,
    like: after("arn:aws:license-manager:us-east-1:123456789012:license-configuration:lic-"),
  },
  "export.bucket": { api: `${distribution}.s3ExportConfiguration.s3Bucket`, why: "S3's names of buckets" },
  "export.prefix": { api: `${distribution}.s3ExportConfiguration.s3Prefix` },
  "export.role": { api: `${distribution}.s3ExportConfiguration.roleName`, why: iam },
  ...Object.fromEntries(
    ["containers.*.distribute[]", "containers.*.pipelines.*.distribute[]"].flatMap((at): [string, Mirror][] => [
      [
        `${at}.repository`,
        {
          api: `${distribution}.containerDistributionConfiguration.targetRepository.repositoryName`,
          why: "ECR API CreateRepository.repositoryName",
        },
      ],
      [`${at}.tags`, { why: "this project's: more tags than anybody wants" }],
      [
        `${at}.tags[]`,
        {
          api: `${distribution}.containerDistributionConfiguration.containerTags[]`,
          why: "OCI distribution specification, tags",
        },
      ],
      [`${at}.description`, { api: `${distribution}.containerDistributionConfiguration.description` }],
    ]),
  ),

  // Lifecycle
  "lifecycle.*.images": { api: `${lifecycle}.resourceSelection.recipes` },
  "lifecycle.*.containers": { api: `${lifecycle}.resourceSelection.recipes` },
  "lifecycle.*.rules": { api: `${lifecycle}.policyDetails` },
  ...Object.fromEntries(
    ["days", "weeks", "months", "years"].flatMap((unit): [string, Mirror][] => [
      [`after.${unit}`, { api: `${lifecycle}.policyDetails[].filter.value` }],
      [`launchedWithin.${unit}`, { api: `${lifecycle}.policyDetails[].exclusionRules.amis.lastLaunched.value` }],
    ]),
  ),
  "rules[].keep": { api: `${lifecycle}.policyDetails[].filter.value` },
  "rules[].retainAtLeast": { api: `${lifecycle}.policyDetails[].filter.retainAtLeast` },
  "amis.regions[]": { why: "the form of AWS's regions" },
  "amis.sharedAccounts": { api: `${lifecycle}.policyDetails[].exclusionRules.amis.sharedAccounts` },
  "amis.sharedAccounts[]": { api: `${lifecycle}.policyDetails[].exclusionRules.amis.sharedAccounts[]`, like: digits },

  // Accounts that receive images
  "consumer.from.<key>": { why: "the name of a file in environments/" },
  "consumer.kmsKeys[]": { why: kms },
  "from.*.kmsKeys[]": { why: kms },
  "keyUsers[]": { why: iam },
  "consumer.channels.promoters": { why: "IAM: a trust policy lets in somebody" },
  "consumer.channels.promoters[]": { why: iam },
  "consumer.channels.roleName": { why: iam },
  "images.*.launchTemplate.name": { why: "EC2 API CreateLaunchTemplate.LaunchTemplateName" },
  "launchTemplate.securityGroups": { why: "this project's: to name none is to leave the list out" },
  "launchTemplate.securityGroups[]": { why: ec2Id },
};
