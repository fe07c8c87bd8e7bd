import { posix } from "node:path";

import type { Log, ReportingDescriptor, Result } from "sarif";

import { compareText, type Problem } from "../problem";
import { allSources, type Rule, severityOf } from "../rule";
import type { Format } from "./format";
import { jsonText } from "./json-text";

/**
 * Formats problems for code scanning: one SARIF 2.1.0 run with the rules that reported a problem, and a region for each problem.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const formatSarif: Format = (problems, { rules }) => {
  const codes = [...new Set(problems.map(({ code }) => code))].sort(compareText);
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "golden-images",
            rules: codes.map((code) =>
              descriptor(
                code,
                rules.find((rule) => rule.code === code),
              ),
            ),
          },
        },
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => result(problem, codes.indexOf(problem.code))),
      },
    ],
  };
  return jsonText(log);
};

function descriptor(code: string, rule: Rule | undefined): ReportingDescriptor {
  if (rule === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: rule.summary },
    help: { text: `${rule.summary}\n\nSource: ${allSources(rule)}` },
    defaultConfiguration: { level: severityOf(rule) },
  };
}

function result({ file, line, column, end, code, severity, message, fix }: Problem, ruleIndex: number): Result {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: `${message}; ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file) },
          region: {
            startLine: line,
            startColumn: column,
            ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
          },
        },
      },
    ],
  };
}

/** Returns a path with forward slashes as a URI. A relative path stays relative; an absolute path becomes `file://…`. */
function uri(file: string): string {
  const path = file.split("/").map(encodeURIComponent).join("/");
  return posix.isAbsolute(file) ? `file://${path}` : path;
}
