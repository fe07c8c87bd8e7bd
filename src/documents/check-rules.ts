import type { Rule } from "../problems/rule";
import type { DirectiveUse } from "./directives/directives";
import type { Component, ReportAt } from "./document-rule";
import type { Report } from "./reading/report";
import { referencesIn } from "./references/references-in";
import { componentRules, scriptRules, workflowRules } from "./rules";
import type { ScriptText } from "./scripts/script-text";
import { pathUses, type WorkflowOutline } from "./workflows/workflow-outline";

/** The rules about references, of which a document has many. */
const ofReferences = componentRules.flatMap((rule) => {
  const { eachReference } = rule;
  return eachReference === undefined ? [] : [{ rule, eachReference }];
});

function reporting(rule: Rule, report: Report): ReportAt {
  return (at, message, fix) => {
    report.add(rule, at, message, fix);
  };
}

/** Checks the YAML of a document of any kind. */
export function checkFile(report: Report): void {
  for (const rule of componentRules) rule.file?.(report.source, reporting(rule, report));
}

/** Checks all text of a document, including comments, for credentials. */
export function checkSecrets(report: Report): void {
  for (const rule of scriptRules) rule.file?.(report.source, reporting(rule, report));
}

export function checkDirectives(directives: readonly DirectiveUse[], report: Report): void {
  for (const rule of componentRules)
    for (const directive of directives) rule.eachDirective?.(directive, reporting(rule, report), report.source);
}

export function checkComponentRules(component: Component, report: Report): void {
  const { phases, variables } = component.outline;
  const steps = phases.flatMap((phase) => phase.steps);
  for (const rule of [...componentRules, ...scriptRules]) {
    const reportAt = reporting(rule, report);
    const { eachVariable, eachStep } = rule;
    rule.component?.(component, reportAt);
    if (eachVariable !== undefined) for (const variable of variables) eachVariable(variable, reportAt);
    if (eachStep !== undefined) for (const step of steps) eachStep(step, reportAt, component);
  }
  for (const { node, start, end, written, use } of referencesIn(component.outline)) {
    for (const { rule, eachReference } of ofReferences) {
      const fault = eachReference(use);
      if (fault !== undefined) report.addWithin(rule, node, start, end, `${written}: ${fault.message}`, fault.fix);
    }
  }
}

export function checkWorkflowRules(workflow: WorkflowOutline, report: Report): void {
  for (const rule of workflowRules) rule.workflow?.(workflow, reporting(rule, report));
  for (const { node, path, offset, reachable } of pathUses(workflow)) {
    for (const rule of workflowRules) {
      const fault = rule.eachPath?.(path, reachable);
      if (fault === undefined) continue;
      report.addWithin(rule, node, offset, offset + path.length, `"${path}" ${fault.message}`, fault.fix);
    }
  }
}

/** Runs the script rules on scripts of components, workflows or user data. */
export function checkScripts(scripts: readonly ScriptText[], report: Report): void {
  for (const rule of scriptRules) for (const script of scripts) rule.eachScript?.(script, reporting(rule, report));
}
