import type { Rule } from "../../problems/rule";
import type { YamlNode } from "../../problems/yaml-tree";
import { componentExample, componentText, helloDocument } from "../examples";
import { shown } from "../reading/describe";
import { anything, flag, text } from "../reading/field-types";
import { checkFields, type FieldType, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import type { Outline } from "./outline";

const example = helloDocument;

export const schemaVersion: Rule = {
  code: "schema-version",
  severity: "error",
  summary: "The schema version of the document does not exist.",
  source: 'service message "Invalid schema version. Supported versions include: 1.0."',
  fail: [componentExample(componentText({ version: "▸1.1" }))],
  pass: [componentExample(example)],
};

const version: FieldType = {
  expects: "1.0",
  check: ({ node, name, at }, report) => {
    if (isVersionOne(node)) return;
    report.add(schemaVersion, at, `${name} is ${shown(node)}, allowed: 1.0`, "write 1.0");
  },
};

function isVersionOne(node: YamlNode): boolean {
  return node.kind === "number" ? node.value === 1 : node.kind === "text" && /^1(\.0)?$/.test(node.value);
}

/** What a component document may hold. */
export const documentFields = {
  name: optional(text()),
  description: optional(text()),
  schemaVersion: required(version),
  // These three have checks of their own.
  parameters: optional(anything),
  constants: optional(anything),
  phases: required({ ...anything, expects: "a list of phases" }),
  disableLogging: optional(flag),
};

export function checkTopLevel({ root }: Outline, report: Report): void {
  checkFields(root, documentFields, { name: "the document", at: root.entries[0]?.keyNode ?? root }, report);
}
