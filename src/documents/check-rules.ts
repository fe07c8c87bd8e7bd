import type { Rule } from "../problems/rule";
import type { DirectiveUse } from "./directives/directives";
import type { Component, DocumentRule, ReportAt } from "./document-rule";
import type { Report } from "./reading/report";
import { referencesIn } from "./references/references-in";
import { componentRules, scriptRules, workflowRules } from "./rules";
import type { ScriptText } from "./scripts/script-text";
import { pathUses, type WorkflowOutline } from "./workflows/workflow-outline";

type Check = Exclude<keyof DocumentRule, keyof Rule>;
type RuleWith<C extends Check> = DocumentRule & Required<Pick<DocumentRule, C>>;

function rulesWith<C extends Check>(check: C, rules: readonly DocumentRule[]): readonly RuleWith<C>[] {
  return rules.filter((rule): rule is RuleWith<C> => rule[check] !== undefined);
}

/** The rules by the check that they implement, so that a check runs only the rules that have it. */
const ofFile = rulesWith("file", componentRules);
const ofDirectives = rulesWith("eachDirective", componentRules);
const ofReferences = rulesWith("eachReference", componentRules);
const ofWorkflows = rulesWith("workflow", workflowRules);
const ofPaths = rulesWith("eachPath", workflowRules);
const ofScripts = rulesWith("eachScript", scriptRules);
const ofSecrets = rulesWith("file", scriptRules);

const ofComponents = {
  all: componentChecks([...componentRules, ...scriptRules]),
  withoutScripts: componentChecks(componentRules),
};

function componentChecks(rules: readonly DocumentRule[]) {
  return {
    component: rulesWith("component", rules),
    eachVariable: rulesWith("eachVariable", rules),
    eachStep: rulesWith("eachStep", rules),
  };
}

function reporting(rule: Rule, report: Report): ReportAt {
  return (at, message, fix) => {
    report.add(rule, at, message, fix);
  };
}

/** Checks the YAML of a document of any kind. */
export function checkFile(report: Report): void {
  for (const rule of ofFile) rule.file(report.source, reporting(rule, report));
}

/** Checks all text of a document, including comments, for credentials. */
export function checkSecrets(report: Report): void {
  for (const rule of ofSecrets) rule.file(report.source, reporting(rule, report));
}

export function checkDirectives(directives: readonly DirectiveUse[], report: Report): void {
  for (const rule of ofDirectives)
    for (const directive of directives) rule.eachDirective(directive, reporting(rule, report), report.source);
}

/**
 * Runs the component rules on a component document.
 *
 * @param scripts whether to include the script rules that check steps and parameters
 */
export function checkComponentRules(component: Component, scripts: boolean, report: Report): void {
  const { phases, variables } = component.outline;
  const rules = scripts ? ofComponents.all : ofComponents.withoutScripts;
  for (const rule of rules.component) rule.component(component, reporting(rule, report));
  for (const rule of rules.eachVariable)
    for (const variable of variables) rule.eachVariable(variable, reporting(rule, report));
  for (const rule of rules.eachStep)
    for (const step of phases.flatMap(({ steps }) => steps)) rule.eachStep(step, reporting(rule, report), component);
  for (const { node, start, end, written, use } of referencesIn(component.outline)) {
    for (const rule of ofReferences) {
      const fault = rule.eachReference(use);
      if (fault !== undefined) report.addWithin(rule, node, start, end, `${written}: ${fault.message}`, fault.fix);
    }
  }
}

export function checkWorkflowRules(workflow: WorkflowOutline, report: Report): void {
  for (const rule of ofWorkflows) rule.workflow(workflow, reporting(rule, report));
  for (const { node, path, offset, reachable } of pathUses(workflow)) {
    for (const rule of ofPaths) {
      const fault = rule.eachPath(path, reachable);
      if (fault === undefined) continue;
      report.addWithin(rule, node, offset, offset + path.length, `"${path}" ${fault.message}`, fault.fix);
    }
  }
}

/** Runs the script rules on scripts of components, workflows or user data. */
export function checkScripts(scripts: readonly ScriptText[], report: Report): void {
  for (const rule of ofScripts) for (const script of scripts) rule.eachScript(script, reporting(rule, report));
}
