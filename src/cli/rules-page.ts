import { extname } from "node:path";

import type { RuleGroup } from "../checks/all-rules";
import { printableLine } from "../problems/printable";
import { allSources, type Example, refusers, type Rule } from "../problems/rule";

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

What \`npx golden-images check\` reports. An **error** is refused by AWS or Terraform, or is sure to fail the build. A **warning** is legal, but likely
a mistake. A **note** is not a mistake and never fails the check. In each example \`▸\` marks the reported place. Files that an example does not
show are as in the other examples. \`npx golden-images check --explain <code>\` prints the page of a rule.

## Silence a rule

A comment silences one rule, with a reason: \`# check-ignore <code>: <reason>\` at the end of the line or on a line of its own above it,
\`# check-ignore-file <code>: <reason>\` for the whole file. A comment that silences nothing is reported. The setting behind a silenced error goes
to Terraform and AWS as written. An error cannot be silenced if a part of the file would be lost; its rule says so.

## All rules`;

function contents({ title, rules }: RuleGroup): string {
  return [
    `### ${title}`,
    "",
    ...rules.map(
      ({ code, severity, severityInDocuments, summary }) =>
        `- [\`${code}\`](${code}.md) (${[severity, ...(severityInDocuments === undefined ? [] : [`${severityInDocuments} in documents`])].join(", ")}): ${summary}`,
    ),
  ].join("\n");
}

function rulePage(rule: Rule): string {
  return ruleText(rule).replace("\n\n", `\n\n${generated}\n\n`);
}

/** One rule in Markdown: what it refuses, an example that breaks it, one that passes, and where the rule comes from. */
export function ruleText(rule: Rule): string {
  const { code, severity, refusedBy, severityInDocuments, summary, fail, pass, unsilenceable, formerly } = rule;
  const broken = fail.slice(0, 1).map(example);
  const fixed = pass.slice(0, 1).flatMap((files) => ["Fixed:", example(files)]);
  const kind = { error: "Error", warning: "Warning", note: "Note" }[severity];
  const text = [
    `${kind}${severityInDocuments === undefined ? "" : `, in documents a ${severityInDocuments}`}. ${summary}`,
    ...(unsilenceable === undefined
      ? []
      : [`It cannot be silenced${unsilenceable === true ? "" : " in a definition"}.`]),
    ...(formerly === undefined
      ? []
      : [`Earlier releases named it ${formerly.map((each) => `\`${each}\``).join(", ")}.`]),
  ].join(" ");
  const why = refusedBy === undefined ? [] : [`Why it is an error: ${refusers[refusedBy]}.`];
  return `${[`# ${code}`, text, ...broken, ...fixed, ...why, `Source: ${linked(allSources(rule))}`].join("\n\n")}\n`;
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
