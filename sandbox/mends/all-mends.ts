import { bucketLifecycle } from "./bucket-lifecycle";
import { keyRotation } from "./key-rotation";
import { launchTemplates } from "./launch-templates";
import { managedPolicies } from "./managed-policies";
import type { Mend } from "./mend";
import { multiRegionKeys } from "./multi-region-keys";

/** Those of one sandbox, for some remember what moto forgets. See docs/decisions/0005-sandbox.md. */
export function allMends(): readonly Mend[] {
  return [bucketLifecycle(), keyRotation(), launchTemplates, managedPolicies, multiRegionKeys];
}
