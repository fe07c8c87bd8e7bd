import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import type { Fields } from "../../fields";

interface ManagedWorkflow extends Fields {
  readonly type: WorkflowType;
  readonly steps: readonly Fields[];
}

const launch = (name: string, more: Fields = {}): Fields => ({
  name,
  action: "LaunchInstance",
  inputs: { waitFor: "ssmAgent", ...more },
});
/** Returns a launch step with a shorter wait, as in express workflows. Source: Image Builder User Guide, use managed workflows. */
const launchFast = (name: string): Fields => launch(name, { healthCheck: "RUNNING" });
const onInstance = (name: string, action: string, launched: string, more: Fields = {}): Fields => ({
  name,
  action,
  inputs: { "instanceId.$": `$.stepOutputs.${launched}.instanceId` },
  ...more,
});
const terminate = (name: string, launched: string): Fields =>
  onInstance(name, "TerminateInstance", launched, { onFailure: "Continue" });

/** Returns a step on the instance that built the container, which also tests and pushes it. */
const onBuildInstance = (name: string, action: string): Fields => ({
  name,
  action,
  inputs: { "instanceId.$": "$.workflowOutputs.InstanceId" },
});

const isAmi = { stringEquals: "AMI", value: "$.imagebuilder.imageType" };
const isWindows = { stringEquals: "Windows", value: "$.imagebuilder.platform" };
const hasMetadata = { booleanEquals: true, value: "$.imagebuilder.collectImageMetadata" };
const hasFindings = { booleanEquals: true, value: "$.imagebuilder.collectImageScanFindings" };

/** Steps that create an AMI from the instance. */
const imageOfInstance = [
  onInstance("RunSanitizeScript", "SanitizeInstance", "LaunchBuildInstance", {
    if: { and: [isAmi, { not: isWindows }] },
  }),
  onInstance("RunSysPrepScript", "RunSysPrep", "LaunchBuildInstance", { if: { and: [isAmi, isWindows] } }),
  onInstance("CreateOutputAMI", "CreateImage", "LaunchBuildInstance", { if: isAmi }),
  terminate("TerminateBuildInstance", "LaunchBuildInstance"),
];

const buildComponents = onInstance("ApplyBuildComponents", "ExecuteComponents", "LaunchBuildInstance");

const buildContainer = (launched: Fields): ManagedWorkflow => ({
  type: "BUILD",
  steps: [
    launched,
    onInstance("BootstrapBuildInstance", "BootstrapInstanceForContainer", "LaunchBuildInstance"),
    buildComponents,
  ],
  outputs: [{ name: "InstanceId", value: "$.stepOutputs.LaunchBuildInstance.instanceId" }],
});

const testImage = [
  onInstance("ApplyTestComponents", "ExecuteComponents", "LaunchTestInstance"),
  terminate("TerminateTestInstance", "LaunchTestInstance"),
];

/**
 * The workflows that AWS manages, by type and name, as documents.
 *
 * Sources: for build-image, the answers in API ListWorkflowStepExecutions; for test-image, the acceptance tests of the AWS provider; for
 * the workflows of containers, copies in public repositories. docs/decisions/0018-sandbox-builds.md lists what these do not show.
 */
export const managedWorkflows: Readonly<Record<string, ManagedWorkflow>> = {
  "build/build-image": {
    type: "BUILD",
    steps: [
      launch("LaunchBuildInstance"),
      buildComponents,
      onInstance("InventoryCollection", "CollectImageMetadata", "LaunchBuildInstance", {
        if: { and: [isAmi, hasMetadata] },
      }),
      ...imageOfInstance,
    ],
  },
  "build/express-build-image": {
    type: "BUILD",
    steps: [launchFast("LaunchBuildInstance"), buildComponents, ...imageOfInstance],
  },
  "build/build-container": buildContainer(launch("LaunchBuildInstance")),
  "build/express-build-container": buildContainer(launchFast("LaunchBuildInstance")),
  "test/test-image": {
    type: "TEST",
    steps: [
      launch("LaunchTestInstance"),
      onInstance("CollectImageScanFindings", "CollectImageScanFindings", "LaunchTestInstance", {
        if: hasFindings,
        onFailure: "Continue",
      }),
      ...testImage,
    ],
  },
  "test/express-test-image": { type: "TEST", steps: [launchFast("LaunchTestInstance"), ...testImage] },
  "test/test-container": { type: "TEST", steps: [onBuildInstance("ApplyTestComponents", "ExecuteComponents")] },
  "distribution/distribute-image": {
    type: "DISTRIBUTION",
    steps: [
      { name: "DistributeImage", action: "DistributeImage" },
      {
        name: "ModifyImageAttributes",
        action: "ModifyImageAttributes",
        inputs: { "distributedImages.$": "$.stepOutputs.DistributeImage.distributedImages" },
      },
      {
        name: "ApplyImageConfigurations",
        action: "ApplyImageConfigurations",
        inputs: { "distributedImages.$": "$.stepOutputs.DistributeImage.distributedImages" },
      },
    ],
  },
  "distribution/distribute-container": {
    type: "DISTRIBUTION",
    steps: [onBuildInstance("DistributeContainerImage", "DistributeContainerImage")],
  },
};
