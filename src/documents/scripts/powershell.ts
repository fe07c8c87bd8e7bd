import { oncePer } from "../../collections/once-per";
import { openQuote } from "./open-quote";
import { maskReferences } from "./references";
import type { ScriptFault } from "./script-fault";
import type { ScriptText } from "./script-text";
import { tokenAt, tokenPattern } from "./tokens";

export interface PowershellScript {
  /** The script at the same length, with strings and comments replaced by spaces. `$(…)` in a string is code. */
  readonly code: string;
  /** The first quote, bracket or comment that is not closed or not opened. */
  readonly fault: ScriptFault | undefined;
}

/** Returns a script as `readPowershell` reads it; calculated once for each script, because several rules use it. */
export const powershellOf = oncePer(({ text }: Pick<ScriptText, "text">) => readPowershell(text));

/**
 * Parses a PowerShell script just far enough to separate code from strings and comments, and to check quotes and brackets. PowerShell
 * requires them to be balanced before it runs anything. Ignores square brackets, because a wildcard can contain a single one.
 */
export function readPowershell(original: string): PowershellScript {
  const script = maskReferences(original);
  const { code, fault } = read(script);
  if (fault === undefined || typographicQuote.test(script)) return { code, fault: undefined };
  const quote = openQuote(script, quotedInPowershell, (fixed) => read(fixed).fault === undefined);
  return { code, fault: quote === undefined ? fault : { offset: quote, message: "the string is never closed" } };
}

function read(script: string): PowershellScript {
  const code = script.split("");
  const open: { readonly text: string; readonly offset: number }[] = [];
  let fault: ScriptFault | undefined;
  const report = (offset: number, message: string) => {
    fault ??= { offset, message };
  };

  for (let at = 0; at < script.length;) {
    const inString = open.at(-1)?.text === '"';
    const { text, kind } = tokenAt(inString ? stringToken : codeToken, script, at);
    const end = at + text.length;
    if (kind === "covered" || (inString && kind === undefined)) code.fill(" ", at, end);
    else if (kind === "unclosed") {
      code.fill(" ", at, end);
      report(at, `${nameOf(text)} is never closed`);
    } else if (kind === "quote") {
      if (inString) open.pop();
      else open.push({ text, offset: at });
    } else if (kind === "open") open.push({ text: text.slice(-1), offset: at });
    else if (kind === "close") {
      if (open.at(-1)?.text === counterpart[text]) open.pop();
      else report(at, `"${text}" has no "${counterpart[text] ?? ""}" before it`);
    }
    at = end;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) report(unclosed.offset, `${nameOf(unclosed.text)} is never closed`);
  return { code: code.join(""), fault };
}

/** Matches typographic quotes. PowerShell treats them as straight quotes; this parser does not. */
const typographicQuote = /[\u2018-\u201f]/;

// Unclosed text extends to the end, so that each character is read a bounded number of times.
const quotedInPowershell =
  /`[^]|<#(?:[^]*?#>|[^]*)|(?<=^|[\s;&|(){},=])#[^\n]*|@(['"])[ \t]*\r?\n(?:(?:[^]*?\n)?\1@|[^]*)|(?<text>'[^']*'?|"(?:`[^]|[^"`])*"?)/g;

const counterpart: Readonly<Record<string, string>> = { ")": "(", "}": "{" };

const stringToken = tokenPattern(/(?<covered>`[^]|"")/, /(?<quote>")/, /(?<open>\$\()/, /[^`"$]+/, /[^]/);

const codeToken = tokenPattern(
  // an escape, comments, the rest of a line after the stop-parsing token, here-strings, and a string without variables
  /(?<covered>`[^]|<#[^]*?#>|(?<=^|[\s;&|(){},=])#[^\n]*|--%[^\n]*|@'[ \t]*\r?\n(?:[^]*?\n)?'@|@"[ \t]*\r?\n(?:[^]*?\n)?"@|'[^']*(?:''[^']*)*')/,
  /(?<unclosed><#[^]*|@['"][ \t]*\r?\n[^]*|'[^]*)/,
  /(?<quote>")/,
  /\$\{[^}\n]{0,200}\}/,
  /(?<open>[({])/,
  /(?<close>[)}])/,
  /[^`<#@'"${}()-]+/,
  /[^]/,
);

function nameOf(opener: string): string {
  const found = Object.entries(names).find(([start]) => opener.startsWith(start));
  return found?.[1] ?? `"${opener}"`;
}

const names: Readonly<Record<string, string>> = {
  "<#": "the comment",
  "@": "the here-string",
  "'": "the string",
  '"': "the string",
};
