import type { Format } from "./format";

/** For programs: an array of `{file, line, column, code, severity, message, fix}`. */
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
  return `${JSON.stringify(rows, null, 2)}\n`;
};
