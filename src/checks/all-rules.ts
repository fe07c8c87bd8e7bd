import { definitionRules } from "../definitions/rules/rules";
import { componentRules, scriptRules, workflowRules } from "../documents/rules";
import { fileRules } from "../problems/decode-text";
import { fileMissing } from "../problems/file-missing";
import type { Rule } from "../problems/rule";
import { keyRules, textRules } from "../problems/rules";
import { silenceRules } from "../problems/silence";
import { yamlSyntax } from "../problems/yaml-source";
import { symbolicLink } from "../project/project-files";
import { lockRules } from "../versions/rules";
import { projectRules } from "./rules";
import { adoptedAddress } from "./terraform/adopted-address";
import { overrideAddress } from "./terraform/override-address";

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** All rules: those in docs/rules, `--explain` and SARIF, and those that comments may name. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: "Every YAML file", rules: [yamlSyntax, ...keyRules, ...textRules] },
  { title: "Images, containers and environments", rules: definitionRules },
  { title: "The project as a whole", rules: [...projectRules, ...fileRules, symbolicLink, fileMissing] },
  { title: "The stack, where it is synthesised", rules: [overrideAddress, adoptedAddress] },
  { title: "Component documents", rules: componentRules },
  { title: "Scripts, secrets and other traps", rules: scriptRules },
  { title: "Workflow documents", rules: workflowRules },
  { title: "The version lock", rules: lockRules },
  { title: "Comments that silence a rule", rules: silenceRules },
];

export const allRules = ruleGroups.flatMap(({ rules }) => rules);
