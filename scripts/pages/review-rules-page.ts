import type { ReviewRuleGroup } from "../../src/review/judgement/all-review-rules";
import type { PlanExample, ReviewRule } from "../../src/review/judgement/review-rule";

/** Returns docs/review-rules.md: the findings of a review, each with an example, and with a similar plan that has no finding. */
export function reviewRulesPage(groups: readonly ReviewRuleGroup[]): string {
  return `${[intro, ...groups.map(contents), ...groups.map(section)].join("\n\n")}\n`;
}

const intro = `# What a review looks for

<!-- Made by "npm run docs" out of the rules themselves; do not edit. -->

\`plan\`, \`review\` and \`deploy\` put each change of a plan into one of five classes:

| class | what it is |
| --- | --- |
| none | nothing happens |
| routine | a setting changes, and no rule applies |
| rebuild | a new version of a component, workflow, recipe or image: the image is built again |
| attention | a rule below applies: look at the change before you deploy it |
| destructive | something is lost for good |

The exit code is 3 if a change is of class attention or destructive and its code is not accepted with \`--accept CODE,…\`. The same rules apply to
changes outside Terraform. Each example is the relevant part of \`terraform show -json\`.`;

function contents({ title, rules }: ReviewRuleGroup): string {
  return [
    `**${title}**`,
    "",
    ...rules.map((rule) => `- [\`${rule.code}\`](#${rule.code}) (${rule.class ?? "attention"}): ${rule.summary}`),
  ].join("\n");
}

function section({ title, rules }: ReviewRuleGroup): string {
  return [`## ${title}`, ...rules.map(ruleSection)].join("\n\n");
}

function ruleSection(rule: ReviewRule): string {
  const noun = rule.class === undefined ? "Attention" : "Destructive";
  const first = (examples: readonly PlanExample[]) => examples.slice(0, 1).map(example);
  return [
    `### ${rule.code}`,
    `${noun}. ${rule.summary}`,
    "Found in:",
    ...first(rule.fail),
    "Not in:",
    ...first(rule.pass),
    `Source: <${rule.source}>`,
  ].join("\n\n");
}

function example({ resource_changes: changes, ...rest }: PlanExample): string {
  const parts = [
    ...(changes ?? []).map(jsonText),
    ...Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${jsonText(value)}`),
  ];
  return `\`\`\`json\n${parts.join("\n")}\n\`\`\``;
}

/** Formats JSON on one line if it fits into 110 characters. */
function jsonText(value: unknown): string {
  const line = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, " ");
  return line.length <= 110 ? line : JSON.stringify(value, undefined, 2);
}
