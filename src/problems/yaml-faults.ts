import type { CST, YAMLError } from "yaml";

import type { Span, TreeFault } from "./yaml-tree";

/** A quote or bracket that is not closed. */
export interface Unclosed extends Span {
  readonly opener: string;
  /** True if the other kind of bracket closes it, for example `[ }`. */
  readonly mismatched: boolean;
}

/** Returns the quote or bracket that a token does not close; undefined if the token is complete. */
export function unclosedOf(token: CST.Token): Unclosed | undefined {
  if (token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar") {
    const { source, offset } = token;
    const opener = source.charAt(0);
    if (source.length > 1 && source.endsWith(opener)) return undefined;
    return { opener, start: offset, end: offset + source.length, mismatched: false };
  }
  if (token.type !== "flow-collection") return undefined;
  const { start, end, offset } = token;
  const closer = end.find(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
  if (closer?.source === (start.source === "{" ? "}" : "]")) return undefined;
  return { opener: start.source, start: offset, end: closer?.offset ?? Infinity, mismatched: closer !== undefined };
}

/** Maximum number of reported syntax errors. Later ones are mostly consequences of the first. */
const maxFaults = 5;
const maxExamined = 100;

/**
 * Returns the parser's errors, at most one for each line, at the place to fix: where an unclosed quote or bracket opens, and at the line
 * that is indented too far rather than at the line before it.
 */
export function faultsOf(errors: readonly YAMLError[], text: string, unclosed: readonly Unclosed[]): TreeFault[] {
  const first = errors.slice(0, maxExamined);
  const faults = first.map((error) => openerOf(error, unclosed) ?? faultOf(error, first, text));
  const byLine = new Map<number, TreeFault>();
  for (const fault of faults) {
    const lineStart = text.lastIndexOf("\n", fault.start - 1);
    if (!byLine.has(lineStart)) byLine.set(lineStart, fault);
  }
  // One line with wrong indentation makes the next lines look wrong too, and everything after an unclosed quote or bracket was read as a
  // part of it.
  const [opener] = faults.filter(({ message }) => message.endsWith(neverClosed)).sort((a, b) => a.start - b.start);
  const misplaced = faults.find(isMisplaced);
  const stray = faults.find(isStray);
  return [...byLine.values()]
    .filter(
      (fault) =>
        (opener === undefined || fault.start <= opener.start) &&
        (!isMisplaced(fault) || fault === misplaced) &&
        (!isStray(fault) || fault === stray),
    )
    .slice(0, maxFaults);
}

const closesNothing = "closes nothing that is open";
const belongsNowhere = "this belongs to no key above it";
const neverClosed = "that opens here is never closed";

function openerOf({ pos: [at] }: YAMLError, unclosed: readonly Unclosed[]): TreeFault | undefined {
  const quote = unclosed.find(({ opener, end }) => (opener === '"' || opener === "'") && end === at);
  if (quote !== undefined) {
    return { start: quote.start, end: at, message: `the quote ${neverClosed}`, fix: `add ${quote.opener} at its end` };
  }
  const brackets = unclosed.filter(({ opener, start }) => (opener === "[" || opener === "{") && start < at);
  const bracket = brackets.find(({ mismatched }) => mismatched) ?? brackets.sort((a, b) => b.start - a.start)[0];
  if (bracket === undefined) return undefined;
  const { start, opener } = bracket;
  const fix = `add ${opener === "[" ? "]" : "}"} at its end, or put text that starts with ${opener} in quotes`;
  return { start, end: start + 1, message: `the "${opener}" ${neverClosed}`, fix };
}

function faultOf({ code, pos: [start, end], message }: YAMLError, all: readonly YAMLError[], text: string): TreeFault {
  const span = { start, end };
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY": {
      const over = all.find((other) => other.code === "MULTILINE_IMPLICIT_KEY" && other.pos[0] === start);
      if (over !== undefined) return tooFarIn(text, start, over.pos[1]);
      if (message.includes("sequence")) return { ...nextContent(text, span), ...wrongColumn };
      return { ...span, message: 'text that contains ": " is not in quotes', fix: "put the whole text in quotes" };
    }
    case "MULTILINE_IMPLICIT_KEY": {
      const isInside = all.some((other) => other.code === "BLOCK_AS_IMPLICIT_KEY" && other.pos[0] === start);
      const lineEnd = text.indexOf("\n", start);
      return isInside || lineEnd < 0 || isTextOfLines(text, start, end)
        ? tooFarIn(text, start, end)
        : withoutColon(text, { start, end: lineEnd });
    }
    case "BAD_INDENT":
      return misplacedAt(text, nextContent(text, span));
    case "TAB_AS_INDENT":
      return { ...span, message: firstLine(message), fix: "indent with spaces" };
    case "MISSING_CHAR":
      if (/implicit map key/i.test(message)) return withoutColon(text, span);
      return message.includes("Sequence item without")
        ? misplacedAt(text, nextContent(text, span))
        : { ...span, message: firstLine(message) };
    case "BAD_SCALAR_START": {
      const first = text.charAt(start);
      return { ...span, message: `a value starts with ${first}, which YAML reserves`, fix: "put it in quotes" };
    }
    case "UNEXPECTED_TOKEN": {
      if (message.includes("token in YAML stream"))
        return /[}\]]/.test(text.charAt(start))
          ? { ...span, message: `the "${text.charAt(start)}" ${closesNothing}`, fix: "remove it, or open it before" }
          : { ...span, message: belongsNowhere, fix: "put it below a key, or remove it" };
      if (!message.includes("at node end")) break;
      const quote = /(["'])[ \t]*$/.exec(text.slice(Math.max(start - 100, 0), start))?.[1];
      if (quote === undefined) return { ...span, message: "something follows a value that is complete", fix: quoteIt };
      const within = quote === "'" ? "''" : '\\"';
      const fix = `put the whole text in quotes, and write ${within} for a quote within it`;
      return { ...span, message: "text follows a quote that closes", fix };
    }
    default:
  }
  return { ...span, message: firstLine(message) };
}

const quoteIt = "put the whole value in quotes, or start a new line";
const wrongColumn = {
  message: "this line starts in another column than those it belongs to",
  fix: "indent it as the keys or the dashes beside it",
};

const cutOff = {
  message: "a comment ended the text above, so this line no longer belongs to it",
  fix: 'move the comment, or write "|" and the text below it',
};
const blockCutOff = { ...cutOff, fix: "indent the comment as the text" };

const withoutDash = { message: "an item of a list has no dash", fix: 'write "- " before it' };
const withoutSpace = { message: "a dash has no space after it", fix: "write a space after the dash" };

/** Returns the error of a line in a column where nothing can begin. */
function misplacedAt(text: string, span: Span): TreeFault {
  const [indent = "", ...above] = [...text.slice(Math.max(span.start - 2000, 0), span.start).split("\n")].reverse();
  const last = above.findIndex((line) => !/^\s*(#|$)/.test(line));
  const before = above[last] ?? "";
  if (/^(- |\S+:\s)/.test(text.slice(span.start, span.start + 200))) return { ...span, ...wrongColumn };
  if (/^ *- /.test(before) && indentOf(before) === indent.length)
    return { ...span, ...(/^-[^-]/.test(text.slice(span.start, span.start + 2)) ? withoutSpace : withoutDash) };
  // In YAML, a comment ends a text that is not in quotes, also a block if the comment is not indented as the block.
  const comments = above.slice(0, last).filter((line) => line.includes("#"));
  const key = above.slice(last).find((line) => !/^\s*(#|$)/.test(line) && indentOf(line) < indent.length) ?? "";
  if (/[-:]\s+[|>][-+\d]*(\s+#.*)?\s*$/.test(key) && comments.some((line) => indentOf(line) < indent.length))
    return { ...span, ...blockCutOff };
  const content = before.replace(/\s#.*/, "").trimEnd();
  const isBelowComment = comments.length > 0 || content !== before.trimEnd();
  const isCutOff = isBelowComment && !/[:"'\]}]$/.test(content) && indentOf(before) <= indent.length;
  return { ...span, ...(isCutOff ? cutOff : wrongColumn) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Checks whether the error is a stray bracket or text. After the first, the parser reports the following text as stray too. */
function isStray({ message }: TreeFault): boolean {
  return message === belongsNowhere || message.endsWith(closesNothing);
}

const misplaced = [wrongColumn, cutOff, withoutDash, withoutSpace].map(({ message }) => message);

function isMisplaced({ message }: TreeFault): boolean {
  return [...misplaced, ...Object.values(colonFaults)].includes(message);
}

const colonFaults = { absent: "a key has no colon after it", tight: "a colon has no space after it" };

function withoutColon(text: string, span: Span): TreeFault {
  const message = text.slice(span.start, span.end).includes(":") ? colonFaults.tight : colonFaults.absent;
  return { ...span, message, fix: 'write "key: value"' };
}

/** Checks whether the span is a value that starts below its key, and a line in another column that the parser read as a part of it. */
function isTextOfLines(text: string, start: number, end: number): boolean {
  const columnOf = (offset: number) => /^ */.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0].length;
  return /:\s*$/.test(text.slice(Math.max(start - 200, 0), start)) && columnOf(start) !== columnOf(end);
}

/** Returns the error of a line that is indented too far. The parser read it and the line before it as one key of several lines. */
function tooFarIn(text: string, start: number, end: number): TreeFault {
  const lastLine = text.lastIndexOf("\n", end - 1) + 1;
  return { ...(lastLine <= start ? { start, end } : nextContent(text, { start: lastLine, end })), ...wrongColumn };
}

function nextContent(text: string, { start, end }: Span): Span {
  const skipped = /^(?:\s|#[^\n]*\n)*/.exec(text.slice(start))?.[0].length ?? 0;
  const at = start + skipped < text.length ? start + skipped : start;
  return { start: at, end: Math.max(end, at) };
}

/** Maximum number of characters that a message quotes from a file. */
const longestPart = 60;

/** Returns the first line of a parser's message with long quotations shortened: they may contain a whole script. */
function firstLine(message: string): string {
  const line = message.replace(/\n.*/s, "");
  const short = line.replace(/"(?:[^"\\]|\\.)*"?/g, (part) =>
    part.length > longestPart ? `${part.slice(0, longestPart)}..."` : part,
  );
  return short.charAt(0).toLowerCase() + short.slice(1);
}
