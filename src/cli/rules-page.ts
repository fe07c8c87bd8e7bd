import { extname } from "node:path";

import { printableLine } from "../problems/printable";
import type { Example, Rule } from "../problems/rule";

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The pages of docs/rules, by file name: an index, and a page for each rule. */
export function rulePages(groups: readonly RuleGroup[]): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", `${[intro, ...groups.map(contents)].join("\n\n")}\n`],
    ...groups.flatMap(({ rules }) => rules.map((rule) => [`${rule.code}.md`, rulePage(rule)] as const)),
  ]);
}

const generated = `<!-- Made by "npm run docs" out of the rules themselves; do not edit. -->`;

const intro = `# Rules

${generated}

What \`npm run check\` looks for. An **error** is what AWS or Terraform refuses, or what surely fails the build; a **warning** is legal, but
likely a mistake; a **note** is no mistake, and fails nothing. In each example \`▸\` stands before the place that is reported; files that an example does not show are as in the others.
\`npm run check -- --explain <code>\` prints the page of a rule.

## Silencing a rule

A comment silences one rule, and says why: \`# check-ignore <code>: <reason>\` at the end of a line or on a line of its own above it,
\`# check-ignore-file <code>: <reason>\` for the whole file. One that silences nothing is reported, too. What a silenced error is about is passed on
to Terraform and AWS as it is written. An error past which something of a file would be lost cannot be silenced; its rule says so.

## All rules`;

function contents({ title, rules }: RuleGroup): string {
  return [
    `### ${title}`,
    "",
    ...rules.map(({ code, severity, summary }) => `- [\`${code}\`](${code}.md) (${severity}): ${summary}`),
  ].join("\n");
}

function rulePage(rule: Rule): string {
  return ruleText(rule).replace("\n\n", `\n\n${generated}\n\n`);
}

/** One rule in Markdown: what it refuses, an example that breaks it, one that passes, and where the rule comes from. */
export function ruleText({ code, severity, summary, source, fail, pass, unsilenceable }: Rule): string {
  const broken = fail.slice(0, 1).map(example);
  const fixed = pass.slice(0, 1).flatMap((files) => ["Fixed:", example(files)]);
  const kind = { error: "Error", warning: "Warning", note: "Note" }[severity];
  const text = `${kind}. ${summary}${unsilenceable === true ? " It cannot be silenced." : ""}`;
  return `${[`# ${code}`, text, ...broken, ...fixed, `Source: ${linked(source)}`].join("\n\n")}\n`;
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

/** The rest of a line that is long for the sake of its length. */
const tooWide = /^(.{200}).+$/gm;

function languageOf(file: string): string {
  return extname(file) === ".json" ? "json" : "yaml";
}

function linked(source: string): string {
  return source.replace(/https:\/\/[^\s,;]+/g, "<$&>");
}
