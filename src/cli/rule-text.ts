import { extname } from "node:path";

import { printableLine } from "../problems/printable";
import { allSources, type Example, refusers, type Rule, severityOf } from "../problems/rule";
import { didYouMean } from "../problems/suggest";
import { UsageError } from "./usage-error";

/** Returns the description of a rule as Markdown: what it refuses, an example that breaks it, an example that passes, and its source. */
export function ruleText(rule: Rule): string {
  const { code, severityInDocuments, summary, fail, pass, unsilenceable, formerly } = rule;
  const broken = fail.slice(0, 1).map(example);
  const fixed = pass.slice(0, 1).flatMap((files) => ["Fixed:", example(files)]);
  const kind = { error: "Error", warning: "Warning", note: "Note" }[severityOf(rule)];
  const text = [
    `${kind}${severityInDocuments === undefined ? "" : `, in documents a ${severityInDocuments}`}. ${summary}`,
    ...(unsilenceable === undefined
      ? []
      : [`It cannot be silenced${unsilenceable === true ? "" : " in a definition"}.`]),
    ...(formerly === undefined
      ? []
      : [`Earlier releases named it ${formerly.map((each) => `\`${each}\``).join(", ")}.`]),
  ].join(" ");
  return `${[`# ${code}`, text, ...broken, ...fixed, ...why(rule), `Source: ${linked(allSources(rule))}`].join("\n\n")}\n`;
}

function why({ refusedBy, refusedByInDocuments }: Rule): string[] {
  if (refusedBy === undefined) return [];
  const inDocuments = refusedByInDocuments === undefined ? "" : `; in documents, ${refusers[refusedByInDocuments]}`;
  return [`Why it is an error: ${refusers[refusedBy]}${inDocuments}.`];
}

function example(files: Example): string {
  return Object.entries(files)
    .map(([file, text]) => {
      const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      const lines = text.replace(/\n$/, "").replace(tooWide, "$1…").split("\n");
      const shown = lines.map(printableLine).join("\n");
      return `\`${file}\`\n\n${fence}${languageOf(file)}\n${shown}\n${fence}`;
    })
    .join("\n\n");
}

/** Matches the end of a line of more than 200 characters. Some examples have such lines only to break a limit. */
const tooWide = /^(.{200}).+$/gm;

function languageOf(file: string): string {
  return extname(file) === ".json" ? "json" : "yaml";
}

function linked(source: string): string {
  return source.replace(/https:\/\/[^\s,;]*[^\s,;:]/g, "<$&>");
}

/**
 * Returns the page of a rule in docs/rules, and what the mark in its example means.
 *
 * @param code the current or a former code of the rule
 * @throws UsageError if no rule has this code
 */
export function explainRule(code: string, rules: readonly Rule[]): string {
  const rule = rules.find((each) => each.code === code || each.formerly?.includes(code) === true);
  if (rule !== undefined) {
    const text = ruleText(rule);
    return text.includes("▸") ? `${text}\n▸ marks the place that the rule reports.\n` : text;
  }
  const codes = rules.map((each) => each.code);
  const hint = didYouMean(code, codes, "docs/rules/README.md lists them all");
  throw new UsageError(`there is no rule "${code}"; ${hint}`);
}
