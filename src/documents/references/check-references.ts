import { listOf, nearest, writeOneOf } from "../../problems/suggest";
import { plainText, type TextNode, valueOf, type YamlNode } from "../../problems/yaml-tree";
import type { Outline, Step } from "../component/outline";
import { quoted } from "../reading/describe";
import type { Report } from "../reading/report";
import { chainFault, type Fault } from "./check-chain";
import { findReferences, type FoundReference } from "./find-references";
import { parseReference, type Reference } from "./reference";
import * as rules from "./reference-rules";

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html */
const contextKeys = [
  "executionId",
  "accountId",
  "region",
  "osPlatform",
  "osName",
  "osVersion",
  "date",
  "dateTime",
  "uuid",
  "hostname",
  "phase",
  "step",
];
const prefixes = ["aws", "aws:ssm", "aws:imds", "env", "context"];

/** Checks every reference in the inputs, conditions and loops of all steps, and which parameters nothing refers to. */
export function checkReferences(outline: Outline, report: Report): void {
  for (const step of outline.phases.flatMap(({ steps }) => steps)) {
    for (const key of ["inputs", "if", "loop"]) {
      for (const node of textsIn(valueOf(step.map, key))) checkText(node, step, outline, report);
    }
  }
  checkUse(outline, report);
}

function checkText(node: TextNode, step: Step, outline: Outline, report: Report): void {
  const found = findReferences(node.value).map((each) => ({ ...each, reference: parseReference(each.inner) }));
  const otherLanguage =
    node.value.includes("{%") || found.some(({ reference, broken }) => reference.form === "text" && !broken);
  for (const each of found) {
    const { reference } = each;
    // GitHub and others write ${{ … }}; what AWSTOE knows is looked up all the same.
    const doubtful = otherLanguage || node.value[each.start - 1] === "$";
    const fault = each.broken ? braceFault(each, reference, outline) : faultOf(reference, { step, outline, doubtful });
    if (fault === undefined) continue;
    const written = quoted(node.value.slice(each.start, each.end));
    report.addWithin(fault.rule, node, each.start, each.end, `${written}: ${fault.message}`, fault.fix);
  }
}

interface Surroundings {
  readonly step: Step;
  readonly outline: Outline;
  /** The text is most likely for another template language. */
  readonly doubtful: boolean;
}

function faultOf(reference: Reference, surroundings: Surroundings): Fault | undefined {
  const { step, outline, doubtful } = surroundings;
  switch (reference.form) {
    case "variable":
      return variableFault(reference.name, surroundings);
    case "resolve":
      return /^[\w-]+$/.test(reference.argument) ? variableFault(reference.argument, surroundings) : undefined;
    case "chain": {
      const fault = chainFault(reference, step, outline);
      return doubtful && fault?.rule === rules.unknownPhase ? undefined : fault;
    }
    case "stump": {
      if (!outline.phases.some(({ phaseName }) => phaseName === reference.phase)) return undefined;
      const fix = `write e.g. {{ ${reference.phase}.StepName.outputs.stdout }}`;
      return { rule: rules.malformedChain, message: "not a reference to an input or output", fix };
    }
    case "loop":
      return loopFault(reference.loop, surroundings);
    case "imds": {
      if (!/^\/?(iam|identity-credentials)(\/|$)/.test(reference.name)) return undefined;
      return {
        rule: rules.forbiddenMetadata,
        message: "AWSTOE refuses to read credentials",
        fix: "let the command use the instance's role",
      };
    }
    case "context": {
      if (contextKeys.includes(reference.name)) return undefined;
      const message = `allowed after "context:" are ${listOf(contextKeys)}`;
      return { rule: rules.unknownContext, message, fix: writeOneOf(reference.name.slice(0, 100), contextKeys) };
    }
    case "prefix": {
      const near = doubtful ? undefined : nearest(reference.prefix.slice(0, 100), prefixes);
      if (near === undefined) return undefined;
      return {
        rule: rules.unknownContext,
        message: `"${reference.prefix}:" is unknown`,
        fix: `did you mean "${near}:"?`,
      };
    }
    case "ssm":
    case "env":
    case "text":
      return undefined;
  }
}

function variableFault(name: string, { outline, doubtful }: Surroundings): Fault | undefined {
  const names = outline.variables.map((variable) => variable.name);
  if (names.includes(name)) return undefined;
  const near = nearest(name.slice(0, 100), names);
  if (doubtful && near === undefined) return undefined;
  const fix =
    near === undefined ? `declare it below "parameters" or "constants"` : `did you mean "${near.slice(0, 100)}"?`;
  return { rule: rules.undeclaredParameter, message: `no parameter or constant is named "${name}"`, fix };
}

function loopFault(name: string, { step, doubtful }: Surroundings): Fault | undefined {
  const own = plainText(valueOf(step.loop, "name"));
  if (step.loop !== undefined && (name === "loop" || name === own)) return undefined;
  if (doubtful && name !== "loop") return undefined;
  if (step.loop === undefined)
    return {
      rule: rules.loopReference,
      message: `${step.name} has no loop`,
      fix: "add a loop, or remove the reference",
    };
  const message =
    own === undefined ? `the loop of ${step.name} has no name` : `the loop of ${step.name} is named ${quoted(own)}`;
  return { rule: rules.loopReference, message, fix: 'name this step\'s own loop, or "loop"' };
}

/** Only where it would be a reference that resolves: braces mean many things. */
function braceFault(
  { inner }: FoundReference,
  reference: Reference,
  { phases, variables }: Outline,
): Fault | undefined {
  const meant =
    (reference.form === "chain" && phases.some(({ phaseName }) => phaseName === reference.phase)) ||
    (reference.form === "variable" && variables.some(({ name }) => name === reference.name)) ||
    ["ssm", "imds", "resolve", "context"].includes(reference.form);
  return meant ? { rule: rules.brokenBraces, message: "a brace is missing", fix: `write {{ ${inner} }}` } : undefined;
}

function checkUse({ root, variables }: Outline, report: Report): void {
  const used = new Set<string>();
  for (const { value } of textsIn(root)) {
    for (const { inner } of findReferences(value)) {
      const reference = parseReference(inner);
      if (reference.form === "variable") used.add(reference.name);
      if (reference.form === "resolve") used.add(reference.argument);
    }
  }
  for (const { kind, name, keyNode } of variables) {
    if (used.has(name)) continue;
    report.add(
      rules.unusedParameter,
      keyNode,
      `nothing uses ${kind} ${quoted(name)}`,
      `refer to it as {{ ${name.slice(0, 100)} }}, or remove it`,
    );
  }
}

function* textsIn(node: YamlNode | undefined): Generator<TextNode> {
  if (node?.kind === "text") yield node;
  else if (node?.kind === "list") for (const item of node.items) yield* textsIn(item);
  else if (node?.kind === "map") for (const { value } of node.entries) yield* textsIn(value);
}
