import { counts, type DirectiveUse, maxOsVersions } from "../../directives/directives";
import type { DocumentRule } from "../../document-rule";
import { directivesPage, goodDirectives, withDirectives } from "./examples";

export const directiveOs: DocumentRule = {
  code: "directive-os",
  refusedBy: "project",
  unsilenceable: true,
  summary: "The directive @supported-os lists no operating system, an empty name, or more than 25 names.",
  source: `${directivesPage}; API field CreateComponent.supportedOsVersions`,
  fail: [withDirectives("# @supported-os: Amazon Linux 2023▸, , Ubuntu 24")],
  pass: [goodDirectives],
  eachDirective: (directive, report) => {
    if (directive.name !== "supported-os" || !counts(directive)) return;
    const { value, valueAt } = directive;
    if (value === "") {
      report(valueAt, '"@supported-os" is empty', "name an operating system, e.g. Amazon Linux 2023");
      return;
    }
    const names = value.split(",").map((item) => item.trim());
    const starts = startsOf(directive);
    const empty = names.indexOf("");
    if (empty >= 0) {
      // Report the comma that has an empty name on one side.
      const comma = Math.max(empty === 0 ? valueAt.start : (starts[empty] ?? 0) - 1, valueAt.start);
      const message = '"@supported-os" has a comma with nothing on one side of it';
      report({ start: comma, end: comma + 1 }, message, "remove the comma, or name what is missing");
    }
    if (names.length > maxOsVersions) {
      const start = starts[maxOsVersions] ?? valueAt.start;
      const message = `"@supported-os" names ${names.length} operating systems, allowed: up to ${maxOsVersions}`;
      const fix = 'write what they have in common: "Ubuntu" means every version of it';
      report({ start, end: valueAt.end }, message, fix);
    }
  },
};

/** Returns the offset of each comma-separated item. */
function startsOf({ value, valueAt }: DirectiveUse): number[] {
  let next = valueAt.start;
  return value.split(",").map((item) => {
    const at = next;
    next += item.length + 1;
    return at;
  });
}
