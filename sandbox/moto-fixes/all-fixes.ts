import { bucketLifecycle } from "./bucket-lifecycle";
import { imageScanning } from "./image-scanning";
import { imageStates } from "./image-states";
import { keyRotation } from "./key-rotation";
import { launchTemplateSource } from "./launch-template-source";
import { launchTemplates } from "./launch-templates";
import { managedPolicies } from "./managed-policies";
import type { MotoFix } from "./moto-fix";
import { multiRegionKeys } from "./multi-region-keys";
import { parameterWriters } from "./parameter-writers";
import { rolesOfProfiles } from "./roles-of-profiles";

/** Creates the fixes for one sandbox. Some of them remember data that moto drops. See docs/decisions/0005-sandbox.md. */
export function allFixes(): readonly MotoFix[] {
  return [
    bucketLifecycle(),
    imageScanning,
    imageStates(),
    keyRotation(),
    launchTemplates,
    launchTemplateSource(),
    managedPolicies,
    multiRegionKeys,
    parameterWriters(),
    rolesOfProfiles,
  ];
}
