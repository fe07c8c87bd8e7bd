import { openQuote } from "./open-quote";
import { maskReferences } from "./references";
import type { ScriptFault } from "./script-fault";
import { parseShell, type ShellError } from "./shell-parser";

/**
 * Matches errors that mvdan/sh reports, but bash does not when it parses a script. Bash checks arithmetic, `[[ … ]]`, `${…}`, array values
 * and names only when it executes them, treats `((` as two subshells if necessary, and ends an open here-document at the end of the script.
 */
const forgivenByBash =
  /here-document|heredoc|arithm|\(\(|ternary|follow (a name|an expression)|by (an expression|names or assignments)|test operator|complex expr|parameter (expansion|name)|expansion operator|@ expansion|array|index|inline variable|(var|func) name|anonymous function|negate|feature|UTF-8|too deep/;

/** Returns the first syntax error in a bash script; undefined if there is none, or if the script is for another interpreter. */
export function bashFault(script: string): ScriptFault | undefined {
  if (isForAnotherInterpreter(script)) return undefined;
  const masked = maskReferences(script);
  const error = parseShell(masked);
  if (error === undefined) return undefined;
  const quote = openQuote(masked, quotedInBash, (fixed) => parseShell(fixed) === undefined);
  if (quote !== undefined) return { offset: quote, message: `the quote \`${masked.charAt(quote)}\` is never closed` };
  if (forgivenByBash.test(error.text)) return undefined;
  return openedBefore(masked, error) ?? { offset: error.offset, message: error.text };
}

const quotedInBash = /\\[^]|(?<=^|[\s;&|(])#[^\n]*|(?<text>'[^']*'?|"(?:\\[^]|[^"\\])*"?)/g;

/** Patterns for the words that start a block, by the word that ends it. */
const starts: Readonly<Record<string, string>> = {
  fi: "if",
  done: "for|while|until|select",
  esac: "case",
  "}": "\\{",
  ")": "\\(",
};

/**
 * Returns the unclosed start of a block, if the error is about an end that appears inside it, as in `for …; do if …; then …; done`. Returns
 * undefined if the end itself is superfluous.
 */
function openedBefore(script: string, { text, offset }: ShellError): ScriptFault | undefined {
  if (!text.includes("can only be used")) return undefined;
  const [end = ""] = /^(?:\w+|\S)/.exec(script.slice(offset)) ?? [];
  const start = starts[end];
  const isExtra = start !== undefined && wordsLike(end.replace(/\W/, "\\$&"), script) > wordsLike(start, script);
  if (start === undefined || isExtra) return undefined;
  const open = parseShell(script.slice(0, offset));
  if (open === undefined || !/must end with|must be followed by|without (closing|matching)/.test(open.text))
    return undefined;
  const message = open.text.startsWith("reached EOF")
    ? open.text.replace("EOF", () => `"${end}"`)
    : `${open.text}, but "${end}" comes first`;
  return { offset: open.offset, message };
}

function wordsLike(word: string, script: string): number {
  return [...script.matchAll(new RegExp(`(?<![^\\s;&|(){}])(?:${word})(?![^\\s;&|(){}])`, "g"))].length;
}

function isForAnotherInterpreter(script: string): boolean {
  const shebang = /^#!(.*)/.exec(script)?.[1];
  return shebang !== undefined && !/\b(ba|da|k)?sh\b/.test(shebang);
}
