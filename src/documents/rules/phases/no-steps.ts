import { entryOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { componentExample, helloDocument } from "../../examples";
import { placeOf } from "../../reading/describe";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";

export const noSteps: DocumentRule = {
  code: "no-steps",
  severity: "warning",
  summary: "A phase has no steps.",
  source: page,
  fail: [componentExample(`${helloDocument}  - name: validate\n    steps: ▸[]\n`)],
  pass: [componentExample(helloDocument)],
  component: ({ outline: { phases }, source }, report) => {
    for (const { map, name } of phases) {
      const entry = entryOf(map, "steps");
      if (entry?.value.kind !== "list" || entry.value.items.length > 0) continue;
      const at = placeOf(source.text, entry.keyNode, entry.value);
      report(at, `"steps" of ${name} is empty`, "add a step, or remove the phase");
    }
  },
};
