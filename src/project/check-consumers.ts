import type { Problem } from "../problems/problem";
import type { Rule } from "../problems/rule";
import type { Project } from "./load-project";
import { checkKeys, keyRules } from "./receiving/keys";
import { checkLaunchTemplates, launchTemplateRules } from "./receiving/launch-templates";
import { checkRoles, roleRules } from "./receiving/roles";
import { checkSources, sourceRules } from "./receiving/sources";
import { checkStacks, stackRules } from "./receiving/stacks";
import { checkTargets, targetRules } from "./receiving/targets";

export const consumerRules: readonly Rule[] = [
  ...sourceRules,
  ...roleRules,
  ...keyRules,
  ...launchTemplateRules,
  ...targetRules,
  ...stackRules,
];

/** Checks what one environment shares against what another expects. */
export function checkConsumers(project: Project): Problem[] {
  return [
    ...checkSources(project),
    ...checkRoles(project),
    ...checkKeys(project),
    ...checkLaunchTemplates(project),
    ...checkTargets(project),
    ...checkStacks(project),
  ];
}
