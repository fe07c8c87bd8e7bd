import type { DocumentRule } from "../../document-rule";
import { componentExample, helloDocument } from "../../examples";
import { quoted } from "../../reading/describe";
import { findReferences } from "../../references/find-references";
import { parseReference, variableNamed } from "../../references/reference";
import { textsIn } from "../../references/texts-in";
import { packageParameter, variablesPage, withPackage } from "./examples";

export const unusedParameter: DocumentRule = {
  code: "unused-parameter",
  severity: "warning",
  summary: "Nothing in the document uses a parameter or constant.",
  source: variablesPage,
  fail: [componentExample(`${packageParameter("▸")}${helloDocument}`)],
  pass: [withPackage("{{ Package }}")],
  component: ({ outline: { root, variables } }, report) => {
    const found = [...textsIn(root)].flatMap(({ value }) => findReferences(value));
    const used = new Set(found.map(({ inner }) => variableNamed(parseReference(inner))));
    for (const { kind, name, keyNode } of variables) {
      if (used.has(name)) continue;
      const fix = `refer to it as {{ ${name.slice(0, 100)} }}, or remove it`;
      report(keyNode, `nothing uses ${kind} ${quoted(name)}`, fix);
    }
  },
};
