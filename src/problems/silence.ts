import type { Problem, Range } from "./problem";
import { problemOf, type Example, type Rule } from "./rule";
import { listOf, nearest } from "./suggest";
import { yamlSyntax } from "./yaml-source";

const source = "docs/rules.md: silencing a rule";
const example = (comment: string): Example => ({
  "components/linux/example.yaml": `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: UpdateOS\n        ${comment}\n        timeoutSeconds: -1\n`,
});
const passing = example("# check-ignore endless-step: the mirror stalls for hours");

export const silenceReason: Rule = {
  code: "silence-reason",
  severity: "warning",
  summary: "A comment silences a rule without saying why; without a reason it silences nothing.",
  source,
  fail: {
    "components/linux/example.yaml":
      "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: UpdateOS\n        ▸# check-ignore endless-step\n",
  },
  pass: passing,
};

export const silenceCode: Rule = {
  code: "silence-code",
  severity: "warning",
  summary: "A comment silences a rule that does not exist.",
  source,
  fail: {
    "components/linux/example.yaml":
      "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: UpdateOS\n        # check-ignore ▸endles-step: the mirror stalls\n",
  },
  pass: passing,
};

export const silenceUnused: Rule = {
  code: "silence-unused",
  severity: "warning",
  summary: "A comment silences a rule that finds nothing there; it would hide the next mistake.",
  source,
  fail: {
    "components/linux/example.yaml":
      "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: UpdateOS\n        ▸# check-ignore endless-step: the mirror stalls\n        timeoutSeconds: 3600\n",
  },
  pass: passing,
};

export const silenceRules = [silenceReason, silenceCode, silenceUnused];

/** One comment, `# check-ignore <code>: <reason>` or `# check-ignore-file <code>: <reason>`. */
interface Silence {
  readonly code: string;
  readonly reason: string;
  /** The line that it silences; undefined for the whole file. */
  readonly line: number | undefined;
  readonly range: Range;
  readonly codeRange: Range;
}

const comment = /(?<=^|[ \t])#[ \t]*check-ignore(-file)?(?=[ \t]|$)[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/;

/**
 * Takes away the problems that comments of the file silence, and adds what is wrong with those comments.
 *
 * A comment after something silences its own line; one that stands alone silences the line below it, and below other such comments.
 *
 * @param knownCodes the codes that a comment may name
 * @param ranCodes those whose checks ran, so that a comment which silences none of them is idle; default all
 */
export function silence(
  file: string,
  text: string,
  problems: readonly Problem[],
  knownCodes: ReadonlySet<string>,
  ranCodes: ReadonlySet<string> = knownCodes,
): Problem[] {
  if (!text.includes("check-ignore")) return [...problems];
  const silences = silencesIn(text);
  // In a file that cannot be read no rule has looked for anything.
  const read = problems.every(({ code }) => code !== yamlSyntax.code);
  const idle = new Set(silences.filter(({ code, reason }) => read && reason !== "" && ranCodes.has(code)));
  const left = problems.filter((problem) => {
    const matching = silences.filter(
      ({ code, reason, line }) =>
        reason !== "" && code === problem.code && (line === undefined || line === problem.line),
    );
    for (const each of matching) idle.delete(each);
    return matching.length === 0;
  });
  return [...left, ...silences.flatMap((each) => faultOf(file, each, knownCodes, idle.has(each)) ?? [])];
}

function faultOf(
  file: string,
  { code, reason, range, codeRange, line }: Silence,
  known: ReadonlySet<string>,
  idle: boolean,
): Problem | undefined {
  if (code === "" || reason === "") {
    const message = `the comment ${code === "" ? "names no rule" : `gives no reason to silence "${code}"`}`;
    return problemOf(silenceReason, file, range, message, "write # check-ignore <code>: <reason>");
  }
  if (!known.has(code)) {
    const near = nearest(code.slice(0, 100), known);
    const fix =
      near === undefined ? "write the code that stands beside the message" : `did you mean ${listOf([near])}?`;
    return problemOf(silenceCode, file, codeRange, `there is no rule "${code}" to silence`, fix);
  }
  if (!idle) return undefined;
  const where = line === undefined ? "in this file" : `on line ${line}`;
  return problemOf(silenceUnused, file, range, `"${code}" finds nothing ${where}`, "remove the comment");
}

function silencesIn(text: string): Silence[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.flatMap((content, index) => {
    if (!content.includes("check-ignore")) return [];
    const found = comment.exec(content);
    if (found === null) return [];
    const [whole, wholeFile, code = "", reason = ""] = found;
    const codeAt = found.index + Math.max(whole.indexOf(code, whole.indexOf("check-ignore") + 12), 0);
    const rangeOf = (from: number, to: number): Range => ({
      start: { line: index + 1, column: from + 1 },
      end: { line: index + 1, column: to + 1 },
    });
    return {
      code,
      reason: reason.trim(),
      line: wholeFile === undefined ? targetOf(lines, index, found.index) : undefined,
      range: rangeOf(found.index, content.length),
      codeRange: rangeOf(codeAt, codeAt + code.length),
    };
  });
}

function targetOf(lines: readonly string[], index: number, column: number): number {
  if (lines[index]?.slice(0, column).trim() !== "") return index + 1;
  let below = index + 1;
  while (/^[ \t]*#[ \t]*check-ignore\b/.test(lines[below] ?? "")) below++;
  return below + 1;
}
