import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { formatted } from "../../../scripts/formatted";
import { rulePages } from "../../../scripts/pages/rules-page";
import { allRules, ruleGroups } from "../../../src/checks/all-rules";
import { ruleText } from "../../../src/cli/rule-text";
import type { Rule } from "../../../src/problems/rule";

const rule: Rule = {
  code: "odd-fence",
  severity: "warning",
  summary: "A | B is odd.",
  source: "https://example.com/page, field A",
  fail: [{ "a.yaml": "text: ▸```\n" }],
  pass: [{ "b.json": "{}\n" }],
};

describe("docs/rules", () => {
  it("is what the rules say; `npm run docs` makes it so", async () => {
    const folder = join(__dirname, "../../..", "docs", "rules");
    const pages = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
    const made = [...rulePages(ruleGroups)].sort(([a], [b]) => (a < b ? -1 : 1));
    const expected = await Promise.all(made.map(async ([file, text]) => [file, await formatted(text)] as const));
    expect(new Map(pages)).toStrictEqual(new Map(expected));
  });

  it("names each code once", () => {
    const codes = allRules.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toStrictEqual([]);
  });

  it("lists a rule under its group, with a link to its page", () => {
    const pages = rulePages([{ title: "Group", rules: [rule] }]);
    expect([...pages.keys()]).toStrictEqual(["README.md", "odd-fence.md"]);
    expect(pages.get("README.md")).toContain("### Group\n\n- [`odd-fence`](odd-fence.md) (warning): A | B is odd.\n");
  });

  it("shows a rule with both examples, whatever they hold", () => {
    expect(ruleText(rule)).toContain(
      [
        "\n\nWarning. A | B is odd.\n\n",
        "`a.yaml`\n\n````yaml\ntext: ▸```\n````\n\n",
        "Fixed:\n\n`b.json`\n\n```json\n{}\n```\n\n",
        "Source: <https://example.com/page>, field A\n",
      ].join(""),
    );
  });

  it("does not take the colon after the address of a source into the link", () => {
    expect(ruleText({ ...rule, source: "https://example.com/a: field A; https://example.com/b:" })).toContain(
      "Source: <https://example.com/a>: field A; <https://example.com/b>:\n",
    );
  });

  it.each([
    ["warning", "Warning"],
    ["note", "Note"],
  ] as const)("says of what severity a rule is: %s", (severity, word) => {
    expect(ruleText({ ...rule, severity, refusedBy: undefined })).toContain(`\n\n${word}. A | B is odd.`);
  });

  it("says of an error who refuses what it finds", () => {
    const text = ruleText({ ...rule, severity: undefined, refusedBy: "Terraform" });
    expect(text).toContain("\n\nError. A | B is odd.");
    expect(text).toContain("\n\nWhy it is an error: Terraform or its AWS provider refuses it.\n\nSource:");
  });

  it("leaves out the fix of a rule that wants a file gone", () => {
    expect(ruleText({ ...rule, pass: [] })).not.toContain("Fixed");
  });
});
