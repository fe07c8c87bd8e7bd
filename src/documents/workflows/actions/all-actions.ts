import { applyImageConfigurations } from "./apply-image-configurations";
import { bootstrapInstanceForContainer } from "./bootstrap-instance-for-container";
import { collectImageMetadata } from "./collect-image-metadata";
import { collectImageScanFindings } from "./collect-image-scan-findings";
import { createImage } from "./create-image";
import { createImageFromIso } from "./create-image-from-iso";
import { distributeContainerImage } from "./distribute-container-image";
import { distributeImage } from "./distribute-image";
import { executeComponents } from "./execute-components";
import { executeStateMachine } from "./execute-state-machine";
import { launchInstance } from "./launch-instance";
import { modifyImageAttributes } from "./modify-image-attributes";
import { registerImage } from "./register-image";
import { runCommand } from "./run-command";
import { runSysPrep } from "./run-sys-prep";
import { sanitizeInstance } from "./sanitize-instance";
import { terminateInstance } from "./terminate-instance";
import { waitForAction } from "./wait-for-action";
import { waitForSSMAgent } from "./wait-for-ssm-agent";
import type { WorkflowAction } from "../workflow-action";

/** Every step action, in the order in which a build uses them. */
export const workflowActions: ReadonlyMap<string, WorkflowAction> = new Map(
  [
    launchInstance,
    bootstrapInstanceForContainer,
    executeComponents,
    collectImageMetadata,
    runSysPrep,
    sanitizeInstance,
    createImage,
    createImageFromIso,
    registerImage,
    collectImageScanFindings,
    runCommand,
    waitForSSMAgent,
    waitForAction,
    executeStateMachine,
    terminateInstance,
    distributeImage,
    modifyImageAttributes,
    applyImageConfigurations,
    distributeContainerImage,
  ].map((action) => [action.name, action]),
);
