import type { Rule } from "../../problems/rule";
import { nearest } from "../../problems/suggest";
import { entryOf, type YamlNode } from "../../problems/yaml-tree";
import { actions } from "../actions/action-modules";
import type { Platform } from "../component-document";
import { buildSteps } from "../examples";
import { quoted, shown } from "../reading/describe";
import { anything, flag, oneOf, outOfRange, reportWrongType, text, wholeNumber } from "../reading/field-types";
import { checkFields, type FieldType, type Fields, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { checkCondition } from "./condition";
import { checkInputs } from "./inputs";
import { loopType } from "./loop";
import { checkUnique, name } from "./names";
import type { Phase, Step } from "./outline";
import { checkStepLimits } from "./step-limits";

export const unknownAction: Rule = {
  code: "unknown-action",
  severity: "error",
  summary: "The action module does not exist. Letter case matters.",
  source: 'service message "Parsing step … failed. Error: Unsupported action … for os platform …"',
  fail: [buildSteps("- name: Greet\n  action: ▸ExecuteShell\n  inputs:\n    commands:\n      - echo hello\n")],
  pass: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo hello\n")],
};

const action: FieldType = text("the name of an action module", ({ value }, { name: what, at }, report) => {
  if (actions.has(value)) return;
  const near = nearest(value.slice(0, 100), actions.keys());
  const fix = near === undefined ? `write one of ${[...actions.keys()].join(", ")}` : `did you mean "${near}"?`;
  report.add(unknownAction, at, `${what} is ${quoted(value)}, which is not an action module`, fix);
});

const attempts = wholeNumber("a whole number, 1 or more", (count, { name: what, at }, report) => {
  if (count < 1) report.add(outOfRange, at, `${what} is ${count}, allowed: 1 or more`, "write 1 or more");
});

const timeout = wholeNumber("a whole number of seconds, or -1", (seconds, { name: what, at }, report) => {
  if (seconds > 0 || seconds === -1) return;
  report.add(
    outOfRange,
    at,
    `${what} is ${seconds}, allowed: more than 0, or -1 for no limit`,
    "write the seconds the step may take",
  );
});

const condition: FieldType = {
  expects: "a map with one operator",
  check: ({ node, ...owner }, report) => {
    checkCondition(node, owner, true, report);
  },
};

/** What a step may hold. */
export const stepFields: Fields = {
  name: required(name),
  action: required(action),
  // The action says what these have to be.
  inputs: optional(anything),
  onFailure: optional(oneOf(["Abort", "Continue", "Ignore"])),
  maxAttempts: optional(attempts),
  timeoutSeconds: optional(timeout),
  loop: optional(loopType),
  if: optional(condition),
  disableLogging: optional(flag),
};

export function checkSteps(phases: readonly Phase[], platforms: readonly Platform[], report: Report): void {
  for (const phase of phases) {
    reportStrangeItems(phase, report);
    for (const step of phase.steps) checkStep(step, platforms, report);
    checkUnique(
      namesOf(phase.steps, (step) => entryOf(step.map, "name")?.value),
      "step",
      report,
    );
    checkUnique(
      namesOf(phase.steps, (step) => step.loop && entryOf(step.loop, "name")?.value),
      "loop",
      report,
    );
  }
}

function checkStep(step: Step, platforms: readonly Platform[], report: Report): void {
  // Nothing is no mistake in the inputs of an action that needs none.
  const inputless = step.action?.inputs === "optional map" && step.inputs?.kind === "null";
  const map = inputless ? { ...step.map, entries: step.map.entries.filter(({ key }) => key !== "inputs") } : step.map;
  checkFields(map, stepFields, step, report);
  checkInputs(step, platforms, report);
  checkStepLimits(step, report);
}

function reportStrangeItems({ map, name: phase }: Phase, report: Report): void {
  const steps = entryOf(map, "steps")?.value;
  if (steps?.kind !== "list") return;
  for (const node of steps.items) {
    if (node.kind !== "map")
      reportWrongType({ node, name: `a step of ${phase}, ${shown(node)},`, at: node }, "a map", report);
  }
}

function namesOf(steps: readonly Step[], nameOf: (step: Step) => YamlNode | undefined) {
  return steps.flatMap((step) => {
    const node = nameOf(step);
    return node?.kind === "text" ? [{ name: node.value, at: node }] : [];
  });
}
