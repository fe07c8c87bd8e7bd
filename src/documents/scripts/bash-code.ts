import { tokenAt, tokenPattern } from "./tokens";

/** Replacements for a character of quoted text. They can be part of a word, but not of a name that a rule looks for. */
export const quoted = "_";
const literal = "'";
/** Replacement for a character of a here-document that bash expands. Those with a quoted delimiter are replaced by spaces. */
export const expanded = "\t";

/**
 * Returns a script of the same length in which everything that is not code is replaced: quoted text, here-documents, comments and escaped
 * line breaks. `$(…)` in double quotes is code. Never fails, but may replace too much in a script that is not valid bash.
 */
export function bashCode(script: string): string {
  const out = script.split("");
  /** Brackets and quotes that are still open, innermost last. */
  const open: ("(" | '"')[] = [];
  let hereDocuments: string[] = [];

  for (let at = 0; at < script.length;) {
    const inQuotes = open.at(-1) === '"';
    const { text, kind } = tokenAt(inQuotes ? quotedToken : codeToken, script, at);
    const end = at + text.length;
    if (kind === "comment" || kind === "joined") out.fill(" ", at, end);
    else if (kind === "escape" || (inQuotes && kind === undefined)) out.fill(quoted, at, end);
    else if (kind === "single") out.fill(literal, at, end);
    else if (kind === "redirect") out.fill(">", at, end);
    else if (kind === "open") open.push("(");
    else if (kind === "double" && !inQuotes) open.push('"');
    else if (kind === "double" || (kind === "close" && open.length > 0)) open.pop();
    else if (kind === "close") out.fill(" ", startOfPattern(script, at), end);
    else if (kind === "hereDocument") hereDocuments.push(text);
    at = end;
    if (kind === "newline") {
      for (const operator of hereDocuments) {
        const body = tokenAt(endOfHereDocument(operator), script, at).text;
        out.fill(/['"\\]/.test(operator) ? " " : expanded, at, at + body.length);
        at += body.length;
      }
      hereDocuments = [];
    }
  }
  return out.join("");
}

const quotedToken = tokenPattern(/(?<escape>\\[^])/, /(?<double>")/, /(?<open>\$\((?!\())/, /[^\\"$]+/, /[^]/);

const codeToken = tokenPattern(
  /(?<joined>\\\r?\n)/,
  /(?<escape>\\[^])/,
  /(?<single>\$'(?:\\[^]|[^'\\])*'?|'[^']*'?)/,
  /(?<double>")/,
  /\(\([^\n]{0,200}?\)\)/, // arithmetic, where << is a shift
  /(?<open>\()/,
  /(?<close>\))/,
  /(?<comment>(?<=^|[\s;&|()])#[^\n]*)/,
  /<<</,
  /(?<hereDocument><<-?[ \t]*(?:'[^'\n]*'|"[^"\n]*"|[^\s;&|<>()'"]+))/,
  /(?<redirect>>&|&>)/,
  /(?<newline>\n)/,
  /[^\\'"()#<>&\n$]+/,
  /[^]/,
);

/** Returns the start of a `case` pattern, which a closing bracket without an opening one ends. A pattern is not a command. */
function startOfPattern(script: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < maxPattern && !/[\n;()]/.test(script.charAt(start - 1))) start--;
  return start;
}

const maxPattern = 200;

/** Returns a regular expression that matches a here-document up to and including its closing delimiter. */
function endOfHereDocument(operator: string): RegExp {
  const delimiter = operator.replace(/^<<-?[ \t]*|['"\\]/g, "").replace(/[^\w\s]/g, "\\$&");
  const indent = operator.startsWith("<<-") ? "\\t*" : "";
  return new RegExp(`(?:[^\\n]*\\n)*?${indent}${delimiter}\\r?(?=\\n|$)`, "y");
}
