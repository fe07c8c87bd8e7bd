import { printable } from "../printable";
import type { Format } from "./format";

/**
 * For GitHub Actions: one workflow command a problem, shown beside the line in a pull request.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const formatGithub: Format = (problems) =>
  problems
    .map(({ file, line, column, code, severity, message, fix }) => {
      const properties = Object.entries({ file: printable(file), line, col: column, title: code })
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(",");
      return `::${severity === "note" ? "notice" : severity} ${properties}::${escapeData(`${printable(message)}\n${printable(fix)}`)}\n`;
    })
    .join("");

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
