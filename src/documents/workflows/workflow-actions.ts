import { by } from "../reading/field-rule";
import { anything, flag, listOf, oneOf, text, texts } from "../reading/field-types";
import { type Fields, optional, required } from "../reading/fields";
import { amiId, instanceType, stateMachineArn, topicArn, workflowInput } from "../rules/workflows/workflow-input";
import { workflowJson } from "../rules/workflows/workflow-json";
import { workflowPayload } from "../rules/workflows/workflow-payload";
import { fieldsOf, images, mapOf, oneOrMore, passedOn, whole, word } from "./dynamic-fields";
import { type DescribedAction, type WorkflowAction, workflowTypes } from "./workflow-action";

const onInstance: Fields = { instanceId: required(word) };
const ofCommand = ["runCommandId", "status", "output"];

/**
 * The step actions of workflows by name, in the order in which a build uses them. Timeouts are in seconds.
 * Source: https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html
 */
const stepActions: Readonly<Record<string, DescribedAction>> = {
  // Starts the build or test instance and waits until it is ready.
  LaunchInstance: {
    inputs: {
      waitFor: required(oneOf(["ssmAgent"])),
      healthCheck: optional(oneOf(["RUNNING", "STATUS_CHECK_PASSED"])),
      imageIdOverride: optional(text(amiId.what, by(workflowInput, amiId))),
      instanceTypesOverride: optional(
        listOf(text(instanceType.what, by(workflowInput, instanceType)), "a list of instance types"),
      ),
    },
    outputs: ["instanceId", "instanceType"],
    defaultTimeout: 4500,
    maxTimeout: 43200,
  },
  // Installs the software that a container build needs on the instance.
  BootstrapInstanceForContainer: { inputs: onInstance, outputs: ofCommand, defaultTimeout: 3600, maxTimeout: 43200 },
  // Runs the components of the recipe for the stage.
  ExecuteComponents: {
    types: ["BUILD", "TEST"],
    inputs: onInstance,
    outputs: ofCommand,
    defaultTimeout: 43200,
    maxTimeout: 86400,
  },
  // Records the operating system and the packages of the image.
  CollectImageMetadata: {
    inputs: onInstance,
    outputs: ["osVersion", "associationId"],
    defaultTimeout: 1800,
    maxTimeout: 43200,
  },
  // Generalises a Windows instance.
  RunSysPrep: {
    platforms: ["Windows"],
    inputs: onInstance,
    outputs: ofCommand,
    defaultTimeout: 3600,
    maxTimeout: 43200,
  },
  // Removes files that must not be in an image from a Linux instance.
  SanitizeInstance: {
    platforms: ["Linux", "macOS"],
    inputs: onInstance,
    outputs: ofCommand,
    defaultTimeout: 3600,
    maxTimeout: 43200,
  },
  // Creates an AMI from the instance.
  CreateImage: { inputs: onInstance, outputs: ["imageId"], defaultTimeout: 43200, maxTimeout: 259200 },
  // Creates an image from a Windows installation medium.
  CreateImageFromIso: {
    inputs: onInstance,
    outputs: ["amiName", "snapshotId", "architecture"],
    defaultTimeout: 43200,
    maxTimeout: 43200,
  },
  // Registers an AMI from existing snapshots.
  RegisterImage: {
    inputs: {
      architecture: optional(oneOf(["i386", "x86_64", "arm64", "x86_64_mac", "arm64_mac"])),
      blockDeviceMapping: optional(listOf(anything, "a list of devices")),
      bootMode: optional(oneOf(["legacy-bios", "uefi", "uefi-preferred"])),
      description: optional(word),
      enaSupport: optional(flag),
      imageLocation: optional(word),
      imdsSupport: optional(oneOf(["v2.0"])),
      includeSnapshotTags: optional(flag),
      kernelId: optional(word),
      ramdiskId: optional(word),
      rootDeviceName: optional(word),
      sriovNetSupport: optional(word),
      tpmSupport: optional(oneOf(["v2.0"])),
      uefiData: optional(word),
      virtualizationType: optional(oneOf(["hvm", "paravirtual"])),
    },
    outputs: ["imageId"],
    defaultTimeout: 32400,
    maxTimeout: 43200,
  },
  // Collects the findings of Amazon Inspector for the test instance.
  CollectImageScanFindings: {
    types: ["TEST"],
    inputs: onInstance,
    outputs: ofCommand,
    defaultTimeout: 7200,
    maxTimeout: 43200,
  },
  // Runs a Systems Manager document on the instance.
  RunCommand: {
    inputs: {
      instanceId: required(word),
      documentName: required(word),
      parameters: optional(mapOf(texts, "a map of lists of strings")),
      documentVersion: optional(word),
    },
    outputs: ofCommand,
    defaultTimeout: 43200,
    maxTimeout: 43200,
  },
  // Waits until Systems Manager can reach the instance.
  WaitForSSMAgent: { inputs: onInstance, outputs: ["status"], defaultTimeout: 3600, maxTimeout: 10800 },
  // Pauses the workflow until somebody sends RESUME or STOP.
  WaitForAction: {
    inputs: {
      snsTopicArn: optional(text(topicArn.what, by(workflowInput, topicArn))),
      lambdaFunctionName: optional(word),
      payload: optional(passedOn("text", by(workflowPayload))),
    },
    outputs: ["action", "reason"],
    defaultTimeout: 259200,
    maxTimeout: 604800,
  },
  // Runs a Step Functions state machine.
  ExecuteStateMachine: {
    inputs: {
      stateMachineArn: required(text(stateMachineArn.what, by(workflowInput, stateMachineArn))),
      input: optional(passedOn("JSON text", by(workflowPayload), by(workflowJson))),
    },
    outputs: ["executionArn", "output", "status"],
    defaultTimeout: 21600,
    maxTimeout: 86400,
  },
  // Terminates the instance.
  TerminateInstance: {
    inputs: {
      instanceId: required(word),
      waitForTermination: optional(flag),
    },
    defaultTimeout: 1800,
    maxTimeout: 43200,
  },
  // Copies the AMI to other regions and accounts.
  DistributeImage: {
    types: ["DISTRIBUTION"],
    inputs: {
      distributions: optional(
        listOf(
          fieldsOf({
            region: required(word),
            name: optional(word),
            description: optional(word),
            targetAccountIds: optional(texts),
            amiTags: optional(mapOf(word, "a map of at most 50 strings", 50)),
            kmsKeyId: optional(word),
          }),
          "a list of distributions",
        ),
      ),
    },
    outputs: ["distributedImages"],
    defaultTimeout: 21600,
    maxTimeout: 43200,
  },
  // Shares the copies with accounts and organisations.
  ModifyImageAttributes: {
    types: ["DISTRIBUTION"],
    inputs: {
      distributedImages: required(images),
      attributes: optional(
        listOf(
          fieldsOf({
            region: required(word),
            launchPermission: optional(
              fieldsOf({
                userIds: optional(texts),
                userGroups: optional(texts),
                organizationArns: optional(texts),
                organizationalUnitArns: optional(texts),
              }),
            ),
          }),
          "a list of attributes",
        ),
      ),
    },
    outputs: ["modifiedImages"],
    defaultTimeout: 7200,
    maxTimeout: 10800,
  },
  // Applies launch templates, parameters, licences and S3 exports to the copies.
  ApplyImageConfigurations: {
    types: ["DISTRIBUTION"],
    inputs: {
      distributedImages: required(images),
      configurations: optional(
        listOf(
          fieldsOf({
            region: required(word),
            licenseConfigurationArns: optional(texts),
            launchTemplateConfigurations: optional(
              listOf(
                fieldsOf({
                  launchTemplateId: required(word),
                  accountId: optional(word),
                  setDefaultVersion: optional(flag),
                }),
                "a list of launch templates",
              ),
            ),
            s3ExportConfiguration: optional(
              oneOrMore(
                fieldsOf({
                  roleName: required(word),
                  diskImageFormat: required(oneOf(["VMDK", "RAW", "VHD"])),
                  s3Bucket: required(word),
                  s3Prefix: optional(word),
                }),
              ),
            ),
            fastLaunchConfigurations: optional(
              listOf(
                fieldsOf({
                  enabled: required(flag),
                  snapshotConfiguration: optional(fieldsOf({ targetResourceCount: optional(whole) })),
                  maxParallelLaunches: optional(whole),
                  launchTemplate: optional(anything),
                  accountId: optional(word),
                }),
                "a list of fast launch settings",
              ),
            ),
            ssmParameterConfigurations: optional(anything),
          }),
          "a list of configurations",
        ),
      ),
    },
    outputs: ["configuredImages"],
    defaultTimeout: 21600,
    maxTimeout: 43200,
  },
  // Pushes the container image to its repository in other regions.
  DistributeContainerImage: {
    types: ["DISTRIBUTION"],
    inputs: onInstance,
    outputs: ["status", "succeededRegions", "failedRegions"],
    defaultTimeout: 7200,
    maxTimeout: 43200,
  },
};

/** The step actions by name. Names are case-sensitive. */
export const workflowActions: ReadonlyMap<string, WorkflowAction> = new Map(
  Object.entries(stepActions).map(([name, action]) => [name, { name, types: workflowTypes, outputs: [], ...action }]),
);
