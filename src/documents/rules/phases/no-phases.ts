import { entryOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { componentExample, helloDocument } from "../../examples";
import { placeOf } from "../../reading/describe";

export const noPhases: DocumentRule = {
  code: "no-phases",
  refusedBy: "AWS",
  summary: "The list of phases is empty.",
  source: 'message of awstoe: "Document has 0 phases. Phases list must not be empty."',
  fail: [componentExample("schemaVersion: 1.0\nphases: ▸[]\n")],
  pass: [componentExample(helloDocument)],
  component: ({ outline: { root }, source }, report) => {
    const entry = entryOf(root, "phases");
    if (entry?.value.kind !== "list" || entry.value.items.length > 0) return;
    report(placeOf(source.text, entry.keyNode, entry.value), "the list of phases is empty", "add a phase, e.g. build");
  },
};
