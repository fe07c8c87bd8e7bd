import { printable } from "../printable";
import type { Format } from "./format";

/** Formats problems for GitHub Actions: one workflow command for each problem, which a pull request shows beside the line. */
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
