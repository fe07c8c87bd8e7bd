import { readFileSync } from "node:fs";
import { join } from "node:path";

import { allRules, ruleGroups } from "../../src/cli/all-rules";
import { rulesPage } from "../../src/cli/rules-page";
import type { Rule } from "../../src/problems/rule";

const rule: Rule = {
  code: "odd-fence",
  severity: "warning",
  summary: "A | B is odd.",
  source: "https://example.com/page, field A",
  fail: { "a.yaml": "text: ▸```\n" },
  pass: { "b.json": "{}\n" },
};

describe("docs/rules.md", () => {
  it("is what the rules say; `npm run docs` makes it so", () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "rules.md"), "utf8");
    expect(page).toBe(rulesPage(ruleGroups));
  });

  it("names each code once", () => {
    const codes = allRules.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toStrictEqual([]);
  });

  it("shows a rule with both examples, whatever they hold", () => {
    const page = rulesPage([{ title: "Group", rules: [rule] }]);
    expect(page).toContain("| [`odd-fence`](#odd-fence) | warning | A \\| B is odd. |\n");
    expect(page).toContain(
      [
        "## Group\n\n### odd-fence\n\nWarning. A | B is odd.\n\n",
        "`a.yaml`\n\n````yaml\ntext: ▸```\n````\n\n",
        "Fixed:\n\n`b.json`\n\n```json\n{}\n```\n\n",
        "Source: <https://example.com/page>, field A\n",
      ].join(""),
    );
  });

  it.each([
    ["error", "Error"],
    ["warning", "Warning"],
    ["note", "Note"],
  ] as const)("says of what severity a rule is: %s", (severity, word) => {
    const page = rulesPage([{ title: "Group", rules: [{ ...rule, severity }] }]);
    expect(page).toContain(`| [\`odd-fence\`](#odd-fence) | ${severity} |`);
    expect(page).toContain(`### odd-fence\n\n${word}. A | B is odd.`);
  });

  it("leaves out the fix of a rule that wants a file gone", () => {
    expect(rulesPage([{ title: "Group", rules: [{ ...rule, pass: {} }] }])).not.toContain("Fixed");
  });
});
