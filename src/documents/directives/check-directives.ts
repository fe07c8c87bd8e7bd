import type { Position } from "../../problems/problem";
import { nearest } from "../../problems/suggest";
import type { Span } from "../../problems/yaml-tree";
import { MAX_NODE, parseLine } from "../../versions/version";
import { orList, quoted } from "../reading/describe";
import type { Report } from "../reading/report";
import { directiveForm, directiveOs, directiveVersion, repeatedDirective, unknownDirective } from "./directive-rules";
import { type Directive, type DirectiveName, readDirectives } from "./read-directives";

/** The major.minor line that a document's versions are given on. */
export interface VersionLine {
  /** E.g. `2.0`. */
  readonly text: string;
  readonly position: Position;
}

/** What the directives of a document say. */
export interface Directives {
  readonly line?: VersionLine;
  readonly supportedOsVersions: readonly string[];
}

/** API field CreateComponent.supportedOsVersions: 1 to 25 items. */
const MAX_OS_VERSIONS = 25;

/** @param allowed the directives that a document of this kind may have */
export function checkDirectives(allowed: readonly DirectiveName[], report: Report): Directives {
  const first = new Map<string, Directive>();
  for (const directive of readDirectives(report.source)) {
    if (reportForm(directive, allowed, report)) continue;
    const other = first.get(directive.name);
    if (other === undefined) first.set(directive.name, directive);
    else {
      const { line } = report.source.position(other.at.start);
      const message = `"@${directive.name}" is there already, on line ${line}`;
      report.add(repeatedDirective, directive.nameAt, message, "keep one of the two");
    }
  }
  return { line: lineOf(first.get("version"), report), supportedOsVersions: osOf(first.get("supported-os"), report) };
}

/** @returns whether the comment says nothing */
function reportForm({ name, form, at, nameAt }: Directive, allowed: readonly DirectiveName[], report: Report): boolean {
  const shown = quoted(`@${name}`);
  if (!(allowed as readonly string[]).includes(name)) {
    const near = nearest(name.slice(0, 100), allowed);
    const names = orList(allowed.map((each) => `"@${each}"`));
    const fix = near === undefined ? `write ${names}, or no "@"` : `did you mean "@${near}: …"?`;
    report.add(
      unknownDirective,
      nameAt,
      `${shown} is not a directive of this kind of document, allowed: ${names}`,
      fix,
    );
  } else if (form === "no colon") {
    report.add(directiveForm, at, `${shown} has no colon after it, so it has no effect`, `write "# @${name}: …"`);
  } else if (form === "below the head") {
    const message = `${shown} stands below the head of the file, so it has no effect`;
    report.add(directiveForm, at, message, "move it above everything that is not a comment");
  }
  return form !== "right" || !(allowed as readonly string[]).includes(name);
}

function lineOf(directive: Directive | undefined, report: Report): VersionLine | undefined {
  if (directive === undefined) return undefined;
  const { value, valueAt } = directive;
  if (parseLine(value) !== undefined) return { text: value, position: report.source.position(valueAt.start) };
  const message = `"@version" is ${value === "" ? "empty" : quoted(value)}, expected two numbers from 0 to ${MAX_NODE}: major.minor`;
  const [majorMinor] = /^\d+\.\d+/.exec(value) ?? [];
  const isLine = majorMinor !== undefined && parseLine(majorMinor) !== undefined;
  const fix = isLine ? `write ${majorMinor}; the third number is derived` : "write e.g. 2.0";
  report.add(directiveVersion, valueAt, message, fix);
  return undefined;
}

function osOf(directive: Directive | undefined, report: Report): readonly string[] {
  if (directive === undefined) return [];
  const { value, valueAt } = directive;
  const items = value.split(",");
  const names = items.map((item) => item.trim());
  if (value === "") {
    report.add(directiveOs, valueAt, '"@supported-os" is empty', "name an operating system, e.g. Amazon Linux 2023");
    return [];
  }
  const starts = startsOf(items, valueAt);
  const empty = names.indexOf("");
  if (empty >= 0) {
    // At the comma that has nothing on one of its sides.
    const comma = Math.max(empty === 0 ? valueAt.start : (starts[empty] ?? 0) - 1, valueAt.start);
    const message = '"@supported-os" has a comma with nothing on one side of it';
    report.add(directiveOs, { start: comma, end: comma + 1 }, message, "remove the comma, or name what is missing");
  }
  if (names.length > MAX_OS_VERSIONS) {
    const start = starts[MAX_OS_VERSIONS] ?? valueAt.start;
    const message = `"@supported-os" names ${names.length} operating systems, allowed: up to ${MAX_OS_VERSIONS}`;
    const fix = 'name what they have in common: "Ubuntu" stands for every version of it';
    report.add(directiveOs, { start, end: valueAt.end }, message, fix);
  }
  return names.filter((name) => name !== "").slice(0, MAX_OS_VERSIONS);
}

/** Where each of the items stands that commas part. */
function startsOf(items: readonly string[], { start }: Span): number[] {
  let next = start;
  return items.map((item) => {
    const at = next;
    next += item.length + 1;
    return at;
  });
}
