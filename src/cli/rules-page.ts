import { extname } from "node:path";

import type { Example, Rule } from "../problems/rule";

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** docs/rules.md: each rule with what breaks it, what fixes it and where it comes from. */
export function rulesPage(groups: readonly RuleGroup[]): string {
  return `${[intro, ...groups.map(contents), ...groups.map(section)].join("\n\n")}\n`;
}

const intro = `# Rules

<!-- Made by "npm run docs" out of the rules themselves; do not edit. -->

What \`npm run check\` looks for. An **error** is what AWS or Terraform refuses, or what surely fails the build; a **warning** is legal, but
likely a mistake; a **note** is no mistake, and fails nothing. In each example \`▸\` stands before the place that is reported; files that an example does not show are as in the others.

## Silencing a rule

A comment silences one rule, and says why: \`# check-ignore <code>: <reason>\` at the end of a line or on a line of its own above it,
\`# check-ignore-file <code>: <reason>\` for the whole file. One that silences nothing is reported, too. What a silenced error is about is passed on
to Terraform and AWS as it is written. An error past which something of a file would be lost cannot be silenced; its rule says so.

## All rules`;

function contents({ title, rules }: RuleGroup): string {
  return [
    `**${title}**`,
    "",
    "| Rule | | |",
    "| --- | --- | --- |",
    ...rules.map(({ code, severity, summary }) => `| [\`${code}\`](#${code}) | ${severity} | ${cell(summary)} |`),
  ].join("\n");
}

function section({ title, rules }: RuleGroup): string {
  return [`## ${title}`, ...rules.map(ruleSection)].join("\n\n");
}

function ruleSection({ code, severity, summary, source, fail, pass, unsilenceable }: Rule): string {
  const fixed = Object.keys(pass).length === 0 ? "" : `Fixed:\n\n${example(pass)}\n\n`;
  return `### ${code}\n\n${{ error: "Error", warning: "Warning", note: "Note" }[severity]}. ${summary}${unsilenceable === true ? " It cannot be silenced." : ""}\n\n${example(fail)}\n\n${fixed}Source: ${linked(source)}`;
}

function example(files: Example): string {
  return Object.entries(files)
    .map(([file, text]) => {
      const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      const shown = text.replace(/\n$/, "").replace(tooWide, "$1…");
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

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
