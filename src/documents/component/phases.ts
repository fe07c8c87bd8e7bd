import { entryOf } from "../../problems/yaml-tree";
import { placeOf } from "../reading/describe";
import { flag, nodeOf, reportWrongType } from "../reading/field-types";
import { checkFields, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { name } from "./names";
import type { Outline } from "./outline";

/** Fields that a phase can have. */
export const phaseFields = {
  name: required(name),
  steps: required(nodeOf("list", "a list of steps")),
  disableLogging: optional(flag),
};

export function readPhases({ root, phases }: Outline, report: Report): void {
  const entry = entryOf(root, "phases");
  if (entry === undefined || entry.value.kind === "null") return;
  const at = placeOf(report.source.text, entry.keyNode, entry.value);
  if (entry.value.kind !== "list") {
    reportWrongType({ node: entry.value, name: '"phases" of the document', at }, "a list of phases", report);
    return;
  }
  for (const node of entry.value.items) {
    if (node.kind !== "map") reportWrongType({ node, name: "a phase", at: node }, "a map", report);
  }
  for (const phase of phases) checkFields(phase.map, phaseFields, phase, report);
}
