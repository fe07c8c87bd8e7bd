import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { checkKeys, keyRules } from "./keys";
import { checkLaunchTemplates, launchTemplateRules } from "./launch-templates";
import { checkRoles, roleRules } from "./roles";
import { checkSources, sourceRules } from "./sources";
import { checkStacks, stackRules } from "./stacks";
import { checkTargets, targetRules } from "./targets";

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
