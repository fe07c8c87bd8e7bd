import type { ReviewRule } from "./review-rule";
import { accessRules } from "./rules/access";
import { buildingRules } from "./rules/building";
import { destructionRules } from "./rules/destruction";
import { encryptionRules } from "./rules/encryption";
import { networkRules } from "./rules/network";
import { sharingRules } from "./rules/sharing";
import { wholePlanRules } from "./rules/whole-plan";

export interface ReviewRuleGroup {
  readonly title: string;
  readonly rules: readonly ReviewRule[];
}

/** Every rule of the review, as docs/review-rules.md tells them. */
export const reviewRuleGroups: readonly ReviewRuleGroup[] = [
  { title: "What is destroyed or let go earlier", rules: destructionRules },
  { title: "Who may do what", rules: accessRules },
  { title: "Who receives images", rules: sharingRules },
  { title: "Encryption", rules: encryptionRules },
  { title: "Network and instances", rules: networkRules },
  { title: "What is built, and when", rules: buildingRules },
  { title: "The plan as a whole", rules: wholePlanRules },
];

export const allReviewRules = reviewRuleGroups.flatMap(({ rules }) => rules);
