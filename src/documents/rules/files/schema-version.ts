import { valueOf, type YamlNode } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { componentExample, componentText, helloDocument } from "../../examples";
import { shown } from "../../reading/describe";

export const schemaVersion: DocumentRule = {
  code: "schema-version",
  refusedBy: "AWS",
  summary: "The schema version of the document does not exist.",
  source: 'service message "Invalid schema version. Supported versions include: 1.0."',
  fail: [componentExample(componentText({ version: "▸1.1" }))],
  pass: [componentExample(helloDocument)],
  component: ({ outline: { root } }, report) => {
    const version = valueOf(root, "schemaVersion");
    if (version === undefined || version.kind === "null" || isVersionOne(version)) return;
    report(version, `"schemaVersion" of the document is ${shown(version)}, allowed: 1.0`, "write 1.0");
  },
};

function isVersionOne(node: YamlNode): boolean {
  return node.kind === "number" ? node.value === 1 : node.kind === "text" && /^1(\.0)?$/.test(node.value);
}
