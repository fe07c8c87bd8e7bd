import { itemsOf, valueOf, type YamlNode } from "../../../problems/yaml-tree";
import { isNameAndType } from "../../component/outline";
import type { DocumentRule } from "../../document-rule";
import type { ReportAt } from "../../document-rule";
import { componentExample } from "../../examples";
import { quoted } from "../../reading/describe";
import { goodParameter, useOfPackage, variablesPage } from "./examples";

export const parameterShape: DocumentRule = {
  code: "parameter-shape",
  refusedBy: "AWS",
  summary:
    "Parameters and constants are lists of maps with one key, the name. `- name: …` is the form of workflow documents.",
  source: variablesPage,
  fail: [componentExample(`parameters:\n  - ▸name: Package\n    type: string\n    default: jq\n${useOfPackage}`)],
  pass: [goodParameter],
  component: ({ outline: { root } }, report) => {
    for (const kind of ["parameter", "constant"]) {
      for (const item of itemsOf(valueOf(root, `${kind}s`))) checkItem(item, kind, report);
    }
  },
};

function checkItem(item: YamlNode, kind: string, report: ReportAt): void {
  if (item.kind !== "map") return;
  const [first, second] = item.entries;
  if (isNameAndType(item)) {
    const name = valueOf(item, "name");
    const message = `a ${kind} is declared by "name", as in a workflow document`;
    const fix = `write "- ${name?.kind === "text" ? name.value.slice(0, 100) : "Name"}:" and indent the rest below it`;
    report(first?.keyNode ?? item, message, fix);
  } else if (second !== undefined) {
    const message = `a second name, ${quoted(second.key)}, in one item`;
    report(second.keyNode, message, `start a new item: "- ${second.key.slice(0, 100)}:"`);
  }
}
