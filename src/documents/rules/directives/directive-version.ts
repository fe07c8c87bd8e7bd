import { MAX_NODE, parseLine } from "../../../versions/version";
import { counts } from "../../directives/directives";
import type { DocumentRule } from "../../document-rule";
import { quoted } from "../../reading/describe";
import { directivesPage, goodDirectives, withDirectives } from "./examples";

export const directiveVersion: DocumentRule = {
  code: "directive-version",
  refusedBy: "project",
  unsilenceable: true,
  summary: "The directive @version is not a major.minor version line with numbers from 0 to 2^30-1.",
  source: `${directivesPage}; API field CreateComponent.semanticVersion`,
  fail: [withDirectives("# @version: ▸2.0.1")],
  pass: [goodDirectives],
  eachDirective: (directive, report) => {
    const { name, value, valueAt } = directive;
    if (name !== "version" || !counts(directive) || parseLine(value) !== undefined) return;
    const message = `"@version" is ${value === "" ? "empty" : quoted(value)}, expected two numbers from 0 to ${MAX_NODE}: major.minor`;
    const [majorMinor] = /^\d+\.\d+/.exec(value) ?? [];
    const isLine = majorMinor !== undefined && parseLine(majorMinor) !== undefined;
    report(valueAt, message, isLine ? `write ${majorMinor}; the third number is derived` : "write e.g. 2.0");
  },
};
