import { tokenAt, tokenPattern } from "./tokens";

/** Stands for a character of a quoted text: part of a word, but of no name that a rule looks for. */
const quoted = "_";

/**
 * The script at the same length, with all that is no code covered: quoted texts and here-documents, comments, and joined lines.
 * `$(…)` within double quotes is code. It never fails; in a script that is no bash it may cover too much.
 */
export function bashCode(script: string): string {
  const out = script.split("");
  /** What `)` or `"` closes, innermost last. */
  const open: ("(" | '"')[] = [];
  let hereDocuments: RegExp[] = [];

  for (let at = 0; at < script.length;) {
    const inQuotes = open.at(-1) === '"';
    const { text, kind } = tokenAt(inQuotes ? quotedToken : codeToken, script, at);
    const end = at + text.length;
    if (kind === "comment" || kind === "joined") out.fill(" ", at, end);
    else if (kind === "single" || kind === "escape" || (inQuotes && kind === undefined)) out.fill(quoted, at, end);
    else if (kind === "redirect") out.fill(">", at, end);
    else if (kind === "open") open.push("(");
    else if (kind === "double" && !inQuotes) open.push('"');
    else if (kind === "double" || (kind === "close" && open.length > 0)) open.pop();
    else if (kind === "close") out.fill(" ", startOfPattern(script, at), end);
    else if (kind === "hereDocument") hereDocuments.push(endOfHereDocument(text));
    at = end;
    if (kind === "newline") {
      for (const bodyPattern of hereDocuments) {
        const body = tokenAt(bodyPattern, script, at).text;
        out.fill(" ", at, at + body.length);
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
  /\(\([^\n]{0,200}?\)\)/, // arithmetic, in which << shifts
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

/** A bracket that closes nothing ends a pattern of a `case`, which is no command. */
function startOfPattern(script: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < maxPattern && !/[\n;()]/.test(script.charAt(start - 1))) start--;
  return start;
}

const maxPattern = 200;

/** Matches from the start of a here-document to the end of the line that closes it. */
function endOfHereDocument(operator: string): RegExp {
  const delimiter = operator.replace(/^<<-?[ \t]*|['"\\]/g, "").replace(/[^\w\s]/g, "\\$&");
  const indent = operator.startsWith("<<-") ? "\\t*" : "";
  return new RegExp(`(?:[^\\n]*\\n)*?${indent}${delimiter}\\r?(?=\\n|$)`, "y");
}
