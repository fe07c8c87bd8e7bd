import type { Action } from "./action";
import { applyImageConfigurations } from "./apply-image-configurations";
import { collectImageMetadata } from "./collect-image-metadata";
import { collectImageScanFindings } from "./collect-image-scan-findings";
import { createImage, registerImage } from "./create-image";
import { distributeContainerImage } from "./distribute-container-image";
import { distributeImage } from "./distribute-image";
import { executeComponents } from "./execute-components";
import { executeStateMachine } from "./execute-state-machine";
import { launchInstance } from "./launch-instance";
import { modifyImageAttributes } from "./modify-image-attributes";
import { runCommand } from "./run-command";
import { terminateInstance } from "./terminate-instance";
import { waitForAction } from "./wait-for-action";
import { waitForSsmAgent } from "./wait-for-ssm-agent";

const all: Readonly<Record<string, Action>> = {
  ApplyImageConfigurations: applyImageConfigurations,
  BootstrapInstanceForContainer: runCommand,
  CollectImageMetadata: collectImageMetadata,
  CollectImageScanFindings: collectImageScanFindings,
  CreateImage: createImage,
  DistributeContainerImage: distributeContainerImage,
  DistributeImage: distributeImage,
  ExecuteComponents: executeComponents,
  ExecuteStateMachine: executeStateMachine,
  LaunchInstance: launchInstance,
  ModifyImageAttributes: modifyImageAttributes,
  RegisterImage: registerImage,
  RunCommand: runCommand,
  RunSysPrep: runCommand,
  SanitizeInstance: runCommand,
  TerminateInstance: terminateInstance,
  WaitForAction: waitForAction,
  WaitForSSMAgent: waitForSsmAgent,
};

/**
 * Returns the action with a name.
 *
 * @throws Error if the sandbox does not know it
 */
export function actionNamed(name: string): Action {
  const action = all[name];
  if (action === undefined) throw new Error(`the sandbox does not carry out the action ${name}`);
  return action;
}
