import type { DocumentRule } from "../../document-rule";
import { componentExample, helloDocument } from "../../examples";
import { quoted } from "../../reading/describe";

export const duplicateKey: DocumentRule = {
  code: "duplicate-key",
  severity: "warning",
  summary: "A map contains a key twice. One of the two values is ignored, or the document is refused.",
  source: "https://yaml.org/spec/1.2.2/#3213-node-comparison",
  fail: [componentExample(`${helloDocument}▸schemaVersion: 1.0\n`)],
  pass: [componentExample(helloDocument)],
  file: ({ tree }, report) => {
    for (const { key, keyNode } of tree?.repeated ?? [])
      report(keyNode, `the key ${quoted(key)} appears twice`, "remove one of the two");
  },
};
