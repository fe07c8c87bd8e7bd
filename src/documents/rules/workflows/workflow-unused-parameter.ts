import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { quoted } from "../../reading/describe";
import { partsOf, pathsIn } from "../../workflows/paths";
import { documentPage, goodWorkflow, healthParameter, workflow } from "./examples";

export const workflowUnusedParameter: DocumentRule = {
  code: "workflow-unused-parameter",
  severity: "warning",
  summary: "Nothing in the workflow uses a parameter that it declares.",
  source: documentPage,
  fail: [workflow({ parameters: `${healthParameter}  - name: ▸Unused\n    type: string\n` })],
  pass: [goodWorkflow],
  workflow: ({ root, parameters }, report) => {
    const used = new Set(pathsIn(root).map(({ path }) => partsOf(path).slice(0, 2).join(".")));
    for (const { name, node } of parameters) {
      if (used.has(`parameters.${name}`)) continue;
      const at = valueOf(node, "name") ?? node;
      report(at, `nothing uses the parameter ${quoted(name)}`, "use it, or remove it");
    }
  },
};
