import type { RuleGroup } from "../../src/checks/all-rules";
import { ruleText } from "../../src/cli/rule-text";
import { type Rule, severityOf } from "../../src/problems/rule";

/** Returns the pages of docs/rules by file name: an index, and a page for each rule. */
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
    ...rules.map((rule) => `- [\`${rule.code}\`](${rule.code}.md) (${severities(rule)}): ${rule.summary}`),
  ].join("\n");
}

function severities(rule: Rule): string {
  const { severityInDocuments } = rule;
  return severityInDocuments === undefined
    ? severityOf(rule)
    : `${severityOf(rule)}, ${severityInDocuments} in documents`;
}

function rulePage(rule: Rule): string {
  return ruleText(rule).replace("\n\n", `\n\n${generated}\n\n`);
}
