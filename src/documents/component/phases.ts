import type { Rule } from "../../problems/rule";
import { listOf, nearest } from "../../problems/suggest";
import { entryOf } from "../../problems/yaml-tree";
import { componentExample, componentText, helloDocument, indented, sayHello } from "../examples";
import { placeOf } from "../reading/describe";
import { flag, reportWrongType } from "../reading/field-types";
import { checkFields, type FieldType, required, optional } from "../reading/fields";
import type { Report } from "../reading/report";
import { checkUnique, name } from "./names";
import type { Outline, Phase } from "./outline";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";
const example = helloDocument;

const noPhases: Rule = {
  code: "no-phases",
  severity: "error",
  summary: "The list of phases is empty.",
  source: 'message of awstoe: "Document has 0 phases. Phases list must not be empty."',
  fail: [componentExample("schemaVersion: 1.0\nphases: ▸[]\n")],
  pass: [componentExample(example)],
};

const noUsablePhase: Rule = {
  code: "no-usable-phase",
  severity: "error",
  summary: "No phase is named build, validate or test. Image Builder needs at least one of them.",
  source: page,
  fail: [componentExample(componentText({ phase: "▸install" }))],
  pass: [componentExample(example)],
};

const phaseNeverRuns: Rule = {
  code: "phase-never-runs",
  severity: "warning",
  summary: "Image Builder does not run a phase with this name. It runs build, validate, test and container-host-test.",
  source: page,
  fail: [componentExample(`${example}  - name: ▸cleanup\n    steps:\n${indented(sayHello, 6)}`)],
  pass: [componentExample(`${example}  - name: validate\n    steps:\n${indented(sayHello, 6)}`)],
};

const noSteps: Rule = {
  code: "no-steps",
  severity: "warning",
  summary: "A phase has no steps.",
  source: page,
  fail: [componentExample(`${example}  - name: validate\n    steps: ▸[]\n`)],
  pass: [componentExample(example)],
};

export const phaseRules = [noPhases, noUsablePhase, phaseNeverRuns, noSteps];

const wanted = ["build", "validate", "test"];
const run = [...wanted, "container-host-test"];

const stepList: FieldType = {
  expects: "a list of steps",
  check: (value, report) => {
    if (value.node.kind !== "list") reportWrongType(value, stepList.expects, report);
    else if (value.node.items.length === 0)
      report.add(noSteps, value.at, `${value.name} is empty`, "add a step, or remove the phase");
  },
};

/** What a phase may hold. */
export const phaseFields = { name: required(name), steps: required(stepList), disableLogging: optional(flag) };

export function checkPhases({ root, phases }: Outline, report: Report): void {
  const entry = entryOf(root, "phases");
  if (entry === undefined || entry.value.kind === "null") return;
  const at = placeOf(report.source.text, entry.keyNode, entry.value);
  if (entry.value.kind !== "list") {
    reportWrongType({ node: entry.value, name: '"phases" of the document', at }, "a list of phases", report);
    return;
  }
  if (entry.value.items.length === 0)
    report.add(noPhases, at, "the list of phases is empty", "add a phase, e.g. build");
  for (const node of entry.value.items) {
    if (node.kind !== "map") reportWrongType({ node, name: "a phase", at: node }, "a map", report);
  }
  for (const phase of phases) checkFields(phase.map, phaseFields, phase, report);
  const named = phases.flatMap((phase) => nameOf(phase) ?? []);
  checkUnique(named, "phase", report);
  checkRun(named, report);
}

function nameOf({ map, phaseName }: Phase): { name: string; at: { start: number; end: number } } | undefined {
  const node = entryOf(map, "name")?.value;
  return phaseName === undefined || node === undefined ? undefined : { name: phaseName, at: node };
}

function checkRun(named: readonly { name: string; at: { start: number; end: number } }[], report: Report): void {
  const first = named[0];
  if (first === undefined) return;
  const usable = named.some((phase) => wanted.includes(phase.name));
  if (!usable) {
    report.add(noUsablePhase, first.at, `no phase is one of ${listOf(wanted)}`, suggestionFor(first.name));
  }
  for (const phase of named) {
    if (run.includes(phase.name) || (!usable && phase === first)) continue;
    const message = `Image Builder never runs phase "${phase.name}", only ${listOf(run)}`;
    report.add(phaseNeverRuns, phase.at, message, suggestionFor(phase.name));
  }
}

function suggestionFor(got: string): string {
  const near = nearest(got.slice(0, 100), run);
  return near === undefined ? `name it one of ${listOf(run)}` : `did you mean "${near}"?`;
}
