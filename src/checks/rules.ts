import { bucketTwice } from "./buckets/bucket-twice";
import { logBucketMissing } from "./buckets/log-bucket-missing";
import { logExpiry } from "./buckets/log-expiry";
import { settingsOfGiven } from "./buckets/settings-of-given";
import { componentFolder } from "./components/component-folder";
import { componentMissing } from "./components/component-missing";
import { componentNameTaken } from "./components/component-name-taken";
import { componentNotRetained } from "./components/component-not-retained";
import { componentOs } from "./components/component-os";
import { componentPlatform } from "./components/component-platform";
import { componentTwice } from "./components/component-twice";
import { componentUnused } from "./components/component-unused";
import { componentsMerged } from "./components/components-merged";
import { imageBuildsNothing } from "./components/image-builds-nothing";
import { parameterMissing } from "./components/parameter-missing";
import { parameterNotAllowed } from "./components/parameter-not-allowed";
import { parameterTooLong } from "./components/parameter-too-long";
import { parameterUndeclared } from "./components/parameter-undeclared";
import { s3NotReadable } from "./components/s3-not-readable";
import { s3NotWritable } from "./components/s3-not-writable";
import { testNeverRuns } from "./components/test-never-runs";
import { tooManyComponents } from "./components/too-many-components";
import { updateOsUnsupported } from "./components/update-os-unsupported";
import { amiDescription } from "./distribution/ami-description";
import { amiName } from "./distribution/ami-name";
import { amiNameShared } from "./distribution/ami-name-shared";
import { distributionMissing } from "./distribution/distribution-missing";
import { distributionNameTaken } from "./distribution/distribution-name-taken";
import { distributionUnused } from "./distribution/distribution-unused";
import { duplicateRegion } from "./distribution/duplicate-region";
import { fastLaunchPlatform } from "./distribution/fast-launch-platform";
import { outputShared } from "./distribution/output-shared";
import { outputTwice } from "./distribution/output-twice";
import { ssmParameterName } from "./distribution/ssm-parameter-name";
import { tooManyCopies } from "./distribution/too-many-copies";
import { tooManyOutputs } from "./distribution/too-many-outputs";
import { dockerfileComponents } from "./dockerfiles/dockerfile-components";
import { dockerfileCopy } from "./dockerfiles/dockerfile-copy";
import { dockerfileInstruction } from "./dockerfiles/dockerfile-instruction";
import { dockerfileMissing } from "./dockerfiles/dockerfile-missing";
import { dockerfileSize } from "./dockerfiles/dockerfile-size";
import { dockerfileStage } from "./dockerfiles/dockerfile-stage";
import { dockerfileVariable } from "./dockerfiles/dockerfile-variable";
import { amiOfRegion } from "./environments/ami-of-region";
import { chainStart } from "./environments/chain-start";
import { duplicatePlace } from "./environments/duplicate-place";
import { environmentCase } from "./environments/environment-case";
import { parentNotBuilt } from "./environments/parent-not-built";
import { exportEncrypted } from "./exports/export-encrypted";
import { exportLicensed } from "./exports/export-licensed";
import { exportSize } from "./exports/export-size";
import { hopLimit } from "./instances/hop-limit";
import { instanceArchitecture } from "./instances/instance-architecture";
import { instanceGeneration } from "./instances/instance-generation";
import { instanceMac } from "./instances/instance-mac";
import { instanceSize } from "./instances/instance-size";
import { instanceTenancy } from "./instances/instance-tenancy";
import { networkRange } from "./instances/network-range";
import { placementHost } from "./instances/placement-host";
import { subnetWithoutGroups } from "./instances/subnet-without-groups";
import { zoneOfRegion } from "./instances/zone-of-region";
import { lifecycleAction } from "./lifecycle/lifecycle-action";
import { lifecycleCount } from "./lifecycle/lifecycle-count";
import { lifecycleNameTaken } from "./lifecycle/lifecycle-name-taken";
import { lifecycleNotBuilt } from "./lifecycle/lifecycle-not-built";
import { lifecycleOrder } from "./lifecycle/lifecycle-order";
import { lifecycleSetting } from "./lifecycle/lifecycle-setting";
import { lifecycleTags } from "./lifecycle/lifecycle-tags";
import { documentName } from "./names/document-name";
import { duplicateDefinition } from "./names/duplicate-definition";
import { fileName } from "./names/file-name";
import { infrastructureName } from "./names/infrastructure-name";
import { keyAliasTwice } from "./names/key-alias-twice";
import { logGroupName } from "./names/log-group-name";
import { nameTaken } from "./names/name-taken";
import { pipelineNameTaken } from "./names/pipeline-name-taken";
import { nameTooLong } from "./names/name-too-long";
import { componentArn } from "./parents/component-arn";
import { imageArn } from "./parents/image-arn";
import { lookUpContradiction } from "./parents/look-up-contradiction";
import { managedComponentPlatform } from "./parents/managed-component-platform";
import { parentParameter } from "./parents/parent-parameter";
import { versionIgnored } from "./parents/version-ignored";
import { workingDirectory } from "./parents/working-directory";
import { builderNotTrusted } from "./consumers/builder-not-trusted";
import { channelUnknown } from "./consumers/channel-unknown";
import { channelUnwritten } from "./consumers/channel-unwritten";
import { channelRoleTaken } from "./consumers/channel-role-taken";
import { channelsEmpty } from "./consumers/channels-empty";
import { consumedNotBuilt } from "./consumers/consumed-not-built";
import { consumedNotShared } from "./consumers/consumed-not-shared";
import { consumesOwn } from "./consumers/consumes-own";
import { copyKeyUnlisted } from "./consumers/copy-key-unlisted";
import { distributionRoleMissing } from "./consumers/distribution-role-missing";
import { distributionRoleTwice } from "./consumers/distribution-role-twice";
import { environmentEmpty } from "./consumers/environment-empty";
import { environmentMissing } from "./consumers/environment-missing";
import { fastLaunchAccount } from "./consumers/fast-launch-account";
import { keyElsewhere } from "./consumers/key-elsewhere";
import { keyUserAccount } from "./consumers/key-user-account";
import { launchTemplateAccount } from "./consumers/launch-template-account";
import { launchTemplateArchitecture } from "./consumers/launch-template-architecture";
import { launchTemplateNameTaken } from "./consumers/launch-template-name-taken";
import { launchTemplateUnowned } from "./consumers/launch-template-unowned";
import { launchTemplateUnset } from "./consumers/launch-template-unset";
import { lifecycleRoleMissing } from "./consumers/lifecycle-role-missing";
import { lifecycleRoleTwice } from "./consumers/lifecycle-role-twice";
import { sharedKeyUnlisted } from "./consumers/shared-key-unlisted";
import { ssmParameterAccount } from "./consumers/ssm-parameter-account";
import { stackNameTaken } from "./consumers/stack-name-taken";
import { containerContradiction } from "./recipes/container-contradiction";
import { containerMarketplace } from "./recipes/container-marketplace";
import { containerMissing } from "./recipes/container-missing";
import { containerParent } from "./recipes/container-parent";
import { containerRegistry } from "./recipes/container-registry";
import { containerRootDevice } from "./recipes/container-root-device";
import { containerUnused } from "./recipes/container-unused";
import { containerWindowsParent } from "./recipes/container-windows-parent";
import { imageMissing } from "./recipes/image-missing";
import { imageUnused } from "./recipes/image-unused";
import { nameShared } from "./recipes/name-shared";
import { parentContradiction } from "./recipes/parent-contradiction";
import { parentIncomplete } from "./recipes/parent-incomplete";
import { parentLoop } from "./recipes/parent-loop";
import { recipeSize } from "./recipes/recipe-size";
import { scanWithoutTests } from "./recipes/scan-without-tests";
import { ssmAgentPlatform } from "./recipes/ssm-agent-platform";
import { arnRegion } from "./regions/arn-region";
import { partitionMismatch } from "./regions/partition-mismatch";
import { partitionUnknown } from "./regions/partition-unknown";
import { regionUnknown } from "./regions/region-unknown";
import { repositoryDefault } from "./repositories/repository-default";
import { repositoryImmutable } from "./repositories/repository-immutable";
import { repositoryKeep } from "./repositories/repository-keep";
import { repositoryShared } from "./repositories/repository-shared";
import { repositoryTwice } from "./repositories/repository-twice";
import { deploymentAccount } from "./roles/deployment-account";
import { policiesOfGivenRole } from "./roles/policies-of-given-role";
import { policyArn } from "./roles/policy-arn";
import { policyCount } from "./roles/policy-count";
import { roleAccount } from "./roles/role-account";
import { settingWithoutEffect } from "./schedules/setting-without-effect";
import { scheduleCron } from "./schedules/schedule-cron";
import { scheduleNeverStarts } from "./schedules/schedule-never-starts";
import { schedulePast } from "./schedules/schedule-past";
import { scheduleTimezone } from "./schedules/schedule-timezone";
import { homeKey } from "./sharing/home-key";
import { publicEncrypted } from "./sharing/public-encrypted";
import { publicNotAllowed } from "./sharing/public-not-allowed";
import { sharedWithAwsKey } from "./sharing/shared-with-aws-key";
import { sharedWithItself } from "./sharing/shared-with-itself";
import { sharedWithoutKey } from "./sharing/shared-without-key";
import { stateInBuildOutput } from "./states/state-in-build-output";
import { stateKey } from "./states/state-key";
import { stateKeyTaken } from "./states/state-key-taken";
import { stateLeftBehind } from "./states/state-left-behind";
import { stateOrphaned } from "./states/state-orphaned";
import { stateShared } from "./states/state-shared";
import { stateUnlocked } from "./states/state-unlocked";
import { imageBuilderVariable } from "./tags/imagebuilder-variable";
import { tagCase } from "./tags/tag-case";
import { tagCount } from "./tags/tag-count";
import { tagOfImageBuilder } from "./tags/tag-of-image-builder";
import { tagReserved } from "./tags/tag-reserved";
import { tagValue } from "./tags/tag-value";
import { adoptedStack } from "./terraform/adopted-stack";
import { adoptedTerraform } from "./terraform/adopted-terraform";
import { adoptedTwice } from "./terraform/adopted-twice";
import { overrideArgument } from "./terraform/override-argument";
import { providerVersion } from "./terraform/provider-version";
import { terraformFile } from "./terraform/terraform-file";
import { terraformVersion } from "./terraform/terraform-version";
import { eventsWithoutTopic } from "./topics/events-without-topic";
import { subscriptionTwice } from "./topics/subscription-twice";
import { topicAccount } from "./topics/topic-account";
import { topicKey } from "./topics/topic-key";
import { topicTwice } from "./topics/topic-twice";
import { valueText } from "./values/value-text";
import { valueUnused } from "./values/value-unused";
import { userDataCleanUp } from "./user-data/user-data-clean-up";
import { userDataFormat } from "./user-data/user-data-format";
import { rootDevice } from "./volumes/root-device";
import { rootDeviceUnknown } from "./volumes/root-device-unknown";
import { rootSize } from "./volumes/root-size";
import { volumeDevice } from "./volumes/volume-device";
import { volumeEncryption } from "./volumes/volume-encryption";
import { volumeIops } from "./volumes/volume-iops";
import { volumeKey } from "./volumes/volume-key";
import { volumeRoot } from "./volumes/volume-root";
import { volumeSize } from "./volumes/volume-size";
import { volumeThroughput } from "./volumes/volume-throughput";
import { volumeUnsized } from "./volumes/volume-unsized";
import { tooManyWorkflows } from "./workflows/too-many-workflows";
import { workflowArn } from "./workflows/workflow-arn";
import { workflowBuildMissing } from "./workflows/workflow-build-missing";
import { workflowCount } from "./workflows/workflow-count";
import { workflowDocument } from "./workflows/workflow-document";
import { workflowFailure } from "./workflows/workflow-failure";
import { workflowFolder } from "./workflows/workflow-folder";
import { workflowFor } from "./workflows/workflow-for";
import { workflowGroup } from "./workflows/workflow-group";
import { workflowMissing } from "./workflows/workflow-missing";
import { workflowNameTaken } from "./workflows/workflow-name-taken";
import { workflowNotAllowed } from "./workflows/workflow-not-allowed";
import { workflowParameter } from "./workflows/workflow-parameter";
import { workflowPlatform } from "./workflows/workflow-platform";
import { workflowTwice } from "./workflows/workflow-twice";
import { workflowUnused } from "./workflows/workflow-unused";
import type { ProjectRule } from "./project-rule";

/** Every rule of a project as a whole, in the order in which docs/rules lists them. A new one is a file, and a line here. */
export const projectRules: readonly ProjectRule[] = [
  environmentMissing,
  consumesOwn,
  channelUnknown,
  channelUnwritten,
  channelRoleTaken,
  channelsEmpty,
  consumedNotBuilt,
  consumedNotShared,
  distributionRoleTwice,
  distributionRoleMissing,
  builderNotTrusted,
  lifecycleRoleTwice,
  lifecycleRoleMissing,
  copyKeyUnlisted,
  sharedKeyUnlisted,
  keyElsewhere,
  keyUserAccount,
  launchTemplateUnowned,
  launchTemplateUnset,
  launchTemplateNameTaken,
  launchTemplateArchitecture,
  ssmParameterAccount,
  launchTemplateAccount,
  fastLaunchAccount,
  environmentEmpty,
  stackNameTaken,
  settingWithoutEffect,
  scheduleCron,
  scheduleTimezone,
  scheduleNeverStarts,
  schedulePast,
  instanceArchitecture,
  instanceMac,
  instanceSize,
  instanceGeneration,
  instanceTenancy,
  nameTaken,
  pipelineNameTaken,
  nameTooLong,
  infrastructureName,
  logGroupName,
  placementHost,
  zoneOfRegion,
  subnetWithoutGroups,
  networkRange,
  volumeIops,
  volumeThroughput,
  volumeSize,
  volumeUnsized,
  volumeRoot,
  volumeKey,
  rootDevice,
  rootSize,
  volumeEncryption,
  regionUnknown,
  partitionUnknown,
  partitionMismatch,
  arnRegion,
  providerVersion,
  terraformVersion,
  policyArn,
  roleAccount,
  policiesOfGivenRole,
  policyCount,
  bucketTwice,
  logExpiry,
  settingsOfGiven,
  logBucketMissing,
  stateShared,
  stateKeyTaken,
  stateKey,
  stateUnlocked,
  stateInBuildOutput,
  stateLeftBehind,
  stateOrphaned,
  deploymentAccount,
  keyAliasTwice,
  eventsWithoutTopic,
  topicTwice,
  topicKey,
  topicAccount,
  subscriptionTwice,
  duplicateRegion,
  amiDescription,
  amiName,
  amiNameShared,
  distributionMissing,
  distributionNameTaken,
  distributionUnused,
  rootDeviceUnknown,
  sharedWithoutKey,
  sharedWithAwsKey,
  homeKey,
  publicNotAllowed,
  publicEncrypted,
  sharedWithItself,
  exportEncrypted,
  exportLicensed,
  exportSize,
  ssmParameterName,
  outputTwice,
  outputShared,
  tooManyOutputs,
  tooManyCopies,
  fastLaunchPlatform,
  repositoryTwice,
  repositoryShared,
  repositoryDefault,
  repositoryImmutable,
  repositoryKeep,
  hopLimit,
  lifecycleNameTaken,
  lifecycleNotBuilt,
  lifecycleAction,
  lifecycleSetting,
  lifecycleOrder,
  lifecycleCount,
  lifecycleTags,
  tagReserved,
  tagOfImageBuilder,
  tagCount,
  tagCase,
  tagValue,
  imageBuilderVariable,
  imageArn,
  componentArn,
  workingDirectory,
  versionIgnored,
  parentParameter,
  lookUpContradiction,
  managedComponentPlatform,
  overrideArgument,
  adoptedStack,
  adoptedTwice,
  adoptedTerraform,
  terraformFile,
  imageMissing,
  containerMissing,
  parentLoop,
  componentMissing,
  parentIncomplete,
  parentContradiction,
  volumeDevice,
  ssmAgentPlatform,
  scanWithoutTests,
  userDataFormat,
  userDataCleanUp,
  nameShared,
  containerContradiction,
  containerWindowsParent,
  containerMarketplace,
  containerParent,
  containerRegistry,
  containerRootDevice,
  imageUnused,
  valueText,
  valueUnused,
  containerUnused,
  dockerfileMissing,
  dockerfileVariable,
  dockerfileComponents,
  dockerfileStage,
  dockerfileInstruction,
  dockerfileCopy,
  dockerfileSize,
  parentNotBuilt,
  chainStart,
  amiOfRegion,
  duplicatePlace,
  environmentCase,
  componentFolder,
  componentNameTaken,
  documentName,
  parameterUndeclared,
  parameterMissing,
  parameterNotAllowed,
  parameterTooLong,
  componentPlatform,
  tooManyComponents,
  recipeSize,
  componentsMerged,
  componentTwice,
  componentNotRetained,
  componentOs,
  updateOsUnsupported,
  s3NotReadable,
  s3NotWritable,
  testNeverRuns,
  imageBuildsNothing,
  componentUnused,
  workflowFolder,
  workflowNameTaken,
  workflowDocument,
  workflowMissing,
  workflowParameter,
  workflowCount,
  tooManyWorkflows,
  workflowBuildMissing,
  workflowGroup,
  workflowFailure,
  workflowFor,
  workflowPlatform,
  workflowTwice,
  workflowArn,
  workflowNotAllowed,
  workflowUnused,
  duplicateDefinition,
  fileName,
];
