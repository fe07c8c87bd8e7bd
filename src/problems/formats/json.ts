import type { Format } from "./format";
import { jsonText } from "./json-text";

/** Formats problems for programs: a JSON array of `{file, line, column, code, severity, message, fix}`. */
export const formatJson: Format = (problems) => {
  const rows = problems.map(({ file, line, column, code, severity, message, fix }) => ({
    file,
    line,
    column,
    code,
    severity,
    message,
    fix,
  }));
  return jsonText(rows);
};
