import type { DocumentRule } from "../../document-rule";
import { componentExample, helloDocument } from "../../examples";

export const secondDocument: DocumentRule = {
  code: "second-document",
  severity: "warning",
  summary: "A file contains a second YAML document, which is not read.",
  source: "https://yaml.org/spec/1.2.2/#92-streams",
  fail: [componentExample(`${helloDocument}▸---\n${helloDocument}`)],
  pass: [componentExample(`---\n${helloDocument}`)],
  file: ({ second }, report) => {
    if (second === undefined) return;
    report(second, "a second document starts here, which is not read", "move it to another file");
  },
};
