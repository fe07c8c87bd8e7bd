import type { ReviewRule } from "./review-rule";
import { boundaryRemoved } from "./rules/access/boundary-removed";
import { policyAttached } from "./rules/access/policy-attached";
import { policyBroadened } from "./rules/access/policy-broadened";
import { policyUnclear } from "./rules/access/policy-unclear";
import { publicAccessBlockRemoved } from "./rules/access/public-access-block-removed";
import { tlsOnlyRemoved } from "./rules/access/tls-only-removed";
import { accountGuardRemoved } from "./rules/building/account-guard-removed";
import { lifecycleDeletes } from "./rules/building/lifecycle-deletes";
import { pipelineDisabled } from "./rules/building/pipeline-disabled";
import { scheduleRemoved } from "./rules/building/schedule-removed";
import { versionLineChanged } from "./rules/building/version-line-changed";
import { dataDestroyed } from "./rules/destruction/data-destroyed";
import { destructionRules } from "./rules/destruction/destroyed-types";
import { heldComponentDeleted } from "./rules/destruction/held-component-deleted";
import { resourceDestroyed } from "./rules/destruction/resource-destroyed";
import { retentionShortened } from "./rules/destruction/retention-shortened";
import { encryptionWeakened } from "./rules/encryption/encryption-weakened";
import { keyChanged } from "./rules/encryption/key-changed";
import { ingressOpened } from "./rules/network/ingress-opened";
import { metadataWeakened } from "./rules/network/metadata-weakened";
import { publicAddress } from "./rules/network/public-address";
import { argumentOverridden } from "./rules/plan/argument-overridden";
import { checkFailed } from "./rules/plan/check-failed";
import { lookUpChanged } from "./rules/plan/look-up-changed";
import { planIncomplete } from "./rules/plan/plan-incomplete";
import { resourceForgotten } from "./rules/plan/resource-forgotten";
import { sharedWithEverybody } from "./rules/sharing/shared-with-everybody";
import { sharedWithMore } from "./rules/sharing/shared-with-more";

export interface ReviewRuleGroup {
  readonly title: string;
  readonly rules: readonly ReviewRule[];
}

/** All review rules, in the order of the findings and of docs/review-rules.md. Policies come late because their lists are long. */
export const reviewRuleGroups: readonly ReviewRuleGroup[] = [
  {
    title: "What is destroyed or kept for a shorter time",
    rules: [...destructionRules, dataDestroyed, resourceDestroyed, heldComponentDeleted, retentionShortened],
  },
  { title: "The plan as a whole", rules: [planIncomplete, checkFailed, accountGuardRemoved] },
  { title: "Who receives images", rules: [sharedWithEverybody, sharedWithMore] },
  { title: "Network and instances", rules: [ingressOpened, publicAddress, metadataWeakened] },
  { title: "Encryption", rules: [encryptionWeakened, keyChanged] },
  {
    title: "What is built, and when",
    rules: [pipelineDisabled, scheduleRemoved, lifecycleDeletes, lookUpChanged, argumentOverridden, versionLineChanged],
  },
  {
    title: "Who may do what",
    rules: [publicAccessBlockRemoved, tlsOnlyRemoved, boundaryRemoved, policyAttached, policyBroadened, policyUnclear],
  },
  { title: "What leaves the state", rules: [resourceForgotten] },
];

export const allReviewRules = reviewRuleGroups.flatMap(({ rules }) => rules);
