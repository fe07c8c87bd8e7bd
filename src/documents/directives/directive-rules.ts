import type { Rule } from "../../problems/rule";
import { componentExample, helloDocument } from "../examples";

const page = "docs/decisions/0007-directives.md";
const document = helloDocument;
const below = (head: string) => componentExample(`${head}\n${document}`);
const passing = below("# @version: 2.0\n# @supported-os: Amazon Linux 2023, Ubuntu 24");

export const directiveForm: Rule = {
  code: "directive-form",
  severity: "warning",
  summary: "A comment looks like a directive but has no colon, or is not at the head of the file. It has no effect.",
  source: page,
  fail: [below("# ▸@version 2.0")],
  pass: [passing],
};

export const unknownDirective: Rule = {
  code: "unknown-directive",
  severity: "warning",
  summary: "A comment at the head of a document has the form of a directive, but no such directive exists.",
  source: page,
  fail: [below("# ▸@suported-os: Amazon Linux 2023")],
  pass: [passing],
};

export const repeatedDirective: Rule = {
  code: "repeated-directive",
  severity: "error",
  unsilenceable: true,
  summary: "A directive is given twice, so its value is ambiguous.",
  source: page,
  fail: [below("# @version: 1.0\n# ▸@version: 2.0")],
  pass: [passing],
};

export const directiveVersion: Rule = {
  code: "directive-version",
  severity: "error",
  unsilenceable: true,
  summary: "The directive @version is not a major.minor version line with numbers from 0 to 2^30-1.",
  source: `${page}; API field CreateComponent.semanticVersion`,
  fail: [below("# @version: ▸2.0.1")],
  pass: [passing],
};

export const directiveOs: Rule = {
  code: "directive-os",
  severity: "error",
  unsilenceable: true,
  summary: "The directive @supported-os lists no operating system, an empty name, or more than 25 names.",
  source: `${page}; API field CreateComponent.supportedOsVersions`,
  fail: [below("# @supported-os: Amazon Linux 2023▸, , Ubuntu 24")],
  pass: [passing],
};

export const directiveRules: readonly Rule[] = [
  directiveForm,
  unknownDirective,
  repeatedDirective,
  directiveVersion,
  directiveOs,
];
