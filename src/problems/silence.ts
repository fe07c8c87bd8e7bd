import { groupBy } from "../collections/group-by";
import type { Problem, Range } from "./problem";
import { problemOf, type Rule } from "./rule";
import { stepWith } from "./rules/examples";
import { didYouMean } from "./suggest";
import { yamlSyntax } from "./yaml-source";

const source = "docs/rules/README.md: silencing a rule";
const passing = stepWith("UpdateOS", "# check-ignore endless-step: the mirror stalls for hours\ntimeoutSeconds: -1\n");

const silenceReason: Rule = {
  code: "silence-reason",
  severity: "warning",
  summary: "A comment silences a rule without a reason. It has no effect.",
  source,
  fail: [stepWith("UpdateOS", "▸# check-ignore endless-step\n")],
  pass: [passing],
};

const silenceCode: Rule = {
  code: "silence-code",
  severity: "warning",
  summary: "A comment silences a rule that does not exist, or names it as an earlier release did.",
  source,
  fail: [stepWith("UpdateOS", "# check-ignore ▸endles-step: the mirror stalls\n")],
  pass: [passing],
};

export const silenceUnused: Rule = {
  code: "silence-unused",
  severity: "warning",
  summary: "A comment silences a rule that finds nothing there. It would hide the next mistake.",
  source,
  fail: [stepWith("UpdateOS", "▸# check-ignore endless-step: the mirror stalls\ntimeoutSeconds: 3600\n")],
  pass: [passing],
};

const silenceRefused: Rule = {
  code: "silence-refused",
  severity: "warning",
  summary: "A comment silences a rule that cannot be silenced, because part of the file would be lost.",
  source,
  fail: [stepWith("UpdateOS", "# check-ignore ▸yaml-syntax: it is read all the same\n")],
  pass: [passing],
};

export const silenceRules = [silenceReason, silenceCode, silenceUnused, silenceRefused];

/** One silencing comment: `# check-ignore <code>: <reason>` or `# check-ignore-file <code>: <reason>`. */
interface Silence {
  readonly code: string;
  readonly reason: string;
  /** Line that the comment silences; undefined for the whole file. */
  readonly line: number | undefined;
  readonly range: Range;
  readonly codeRange: Range;
}

/** A silencing comment and the rule whose current or earlier code it names; undefined if there is no such rule. */
type NamedSilence = Silence & { readonly rule: Rule | undefined };

/** The rules that comments may name, and those that ran. */
export interface Silencing {
  /** All rules. */
  readonly rules: readonly Rule[];
  /** Codes of the rules that ran on this file. A comment that silences none of their problems is reported as unused. */
  readonly ran: ReadonlySet<string>;
  /** Whether the file is a component or workflow document rather than a definition. */
  readonly isDocument: boolean;
}

const comment = /(?<=^|[ \t])#[ \t]*check-ignore(-file)?(?=[ \t]|$)[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/;

/** Checks quickly whether a text may contain a silencing comment. */
export function mayBeSilenced(text: string): boolean {
  return text.includes("check-ignore");
}

/**
 * Removes the problems that comments of the file silence, and adds the problems of those comments.
 *
 * A comment after code silences its own line. A comment on its own line silences the next line that is not such a comment.
 */
export function silence(
  file: string,
  text: string,
  problems: readonly Problem[],
  { rules, ran, isDocument }: Silencing,
): Problem[] {
  if (!mayBeSilenced(text)) return [...problems];
  const byCode = new Map(
    rules.flatMap((rule) => [rule.code, ...(rule.formerly ?? [])].map((code) => [code, rule] as const)),
  );
  const silences = silencesIn(text).map((each) => ({ ...each, rule: byCode.get(each.code) }));
  const isRefused = ({ rule }: NamedSilence) =>
    rule?.unsilenceable === true || (rule?.unsilenceable === "in definitions" && !isDocument);
  const works = (each: NamedSilence) => each.reason !== "" && !isRefused(each);
  const byPlace = groupBy(silences.filter(works), ({ code, rule, line }) => placeKey(rule?.code ?? code, line));
  // In a file with a syntax error no rule ran, so no comment is unused.
  const read = problems.every(({ code }) => code !== yamlSyntax.code);
  const idle = new Set(silences.filter((each) => read && works(each) && ran.has(each.rule?.code ?? each.code)));
  const left = problems.filter(({ code, line }) => {
    const matching = [undefined, line].flatMap((place) => byPlace.get(placeKey(code, place)) ?? []);
    for (const each of matching) idle.delete(each);
    return matching.length === 0;
  });
  return [
    ...left,
    ...silences.flatMap((each) => faultOf(file, each, [...byCode.keys()], isRefused(each), idle.has(each)) ?? []),
  ];
}

/** Returns the key of a rule and a line. @param line undefined for the whole file */
function placeKey(code: string, line: number | undefined): string {
  return [code, line].join(":");
}

function faultOf(
  file: string,
  { code, reason, range, codeRange, line, rule }: NamedSilence,
  codes: readonly string[],
  isRefused: boolean,
  idle: boolean,
): Problem | undefined {
  if (code === "" || reason === "") {
    const message = `the comment ${code === "" ? "names no rule" : `gives no reason to silence "${code}"`}`;
    return problemOf(silenceReason, file, range, message, "write # check-ignore <code>: <reason>");
  }
  if (rule === undefined) {
    const fix = didYouMean(code, codes, "write the code that stands beside the message");
    return problemOf(silenceCode, file, codeRange, `there is no rule "${code}" to silence`, fix);
  }
  if (isRefused) {
    return problemOf(silenceRefused, file, codeRange, `"${code}" cannot be silenced`, "remove the comment");
  }
  if (code !== rule.code)
    return problemOf(silenceCode, file, codeRange, `"${code}" is now "${rule.code}"`, `write "${rule.code}"`);
  if (!idle) return undefined;
  const where = line === undefined ? "in this file" : `on line ${line}`;
  return problemOf(silenceUnused, file, range, `"${code}" finds nothing ${where}`, "remove the comment");
}

function silencesIn(text: string): Silence[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const silences: Silence[] = [];
  /** Line that a comment on its own line silences: the next line that is not such a comment. */
  let below = lines.length + 1;
  // From the end, so that each line is read once even if many comments follow each other.
  for (const [index, content] of [...lines.entries()].reverse()) {
    const found = content.includes("check-ignore") ? comment.exec(content) : null;
    if (found !== null) {
      const alone = content.slice(0, found.index).trim() === "";
      silences.push(silenceOf(found, index + 1, alone ? below : index + 1));
    }
    if (!isComment.test(content)) below = index + 1;
  }
  return silences.reverse();
}

const isComment = /^[ \t]*#[ \t]*check-ignore\b/;

function silenceOf(found: RegExpExecArray, line: number, target: number): Silence {
  const [whole, wholeFile, code = "", reason = ""] = found;
  const codeAt = found.index + Math.max(whole.indexOf(code, whole.indexOf("check-ignore") + 12), 0);
  const rangeOf = (from: number, to: number): Range => ({
    start: { line, column: from + 1 },
    end: { line, column: to + 1 },
  });
  return {
    code,
    reason: reason.trim(),
    line: wholeFile === undefined ? target : undefined,
    range: rangeOf(found.index, found.index + whole.length),
    codeRange: rangeOf(codeAt, codeAt + code.length),
  };
}
