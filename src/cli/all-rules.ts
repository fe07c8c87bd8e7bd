import { definitionRules } from "../definitions/rules";
import { yamlSyntax } from "../problems/yaml-source";
import { projectRules } from "../project/check-project";
import { lockRules } from "../versions/rules";
import type { RuleGroup } from "./rules-page";

/** Every rule of the project, as docs/rules.md tells them. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: "Every YAML file", rules: [yamlSyntax] },
  { title: "Images and environments", rules: definitionRules },
  { title: "The project as a whole", rules: projectRules },
  { title: "The version lock", rules: lockRules },
];

export const allRules = ruleGroups.flatMap(({ rules }) => rules);
