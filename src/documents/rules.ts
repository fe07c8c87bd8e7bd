import { byCode } from "../problems/rule";
import { keyRules, textRules } from "../problems/rules";
import type { DocumentRule } from "./document-rule";
import * as ofComponents from "./rules/component-rules";
import * as ofScripts from "./rules/script-rules";
import * as ofWorkflows from "./rules/workflow-rules";

export const componentRules: readonly DocumentRule[] = byCode(ofComponents);
export const scriptRules: readonly DocumentRule[] = byCode(ofScripts);
export const workflowRules: readonly DocumentRule[] = byCode(ofWorkflows);

/** All rules of `checkDocument`, except for `yaml-syntax`, which applies to every YAML file. */
export const documentRules: readonly DocumentRule[] = [
  ...componentRules,
  ...scriptRules,
  ...workflowRules,
  ...keyRules,
  ...textRules,
];
