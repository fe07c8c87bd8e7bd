import { inline, markdownReport } from "../../../src/review/forms/markdown";
import { reviewExample } from "../example-review";

const change = (type: string, index: number, actions: readonly string[], text: string) => ({
  address: `${type}.x${index}`,
  type,
  name: `x${index}`,
  change: { actions, before: { data: text, version: "1.0.0" }, after: { data: `${text}new`, version: "1.0.1" } },
});

describe("the comment", () => {
  it("says the result in its first line", () => {
    const [first = ""] = markdownReport(reviewExample({ resource_changes: [] })).split("\n");
    expect(first).toBe("## ✅ example: no change");
  });

  test.each([
    [
      "changes",
      Array.from({ length: 3000 }, (_, index) => change("aws_sqs_queue_policy", index, ["update"], "x".repeat(200))),
    ],
    ["kinds", Array.from({ length: 3000 }, (_, index) => change(`any_kind${index}`, index, ["update"], "y"))],
    ["findings", Array.from({ length: 3000 }, (_, index) => change("aws_kms_key", index, ["delete"], "z"))],
    [
      "images",
      Array.from({ length: 3000 }, (_, index) =>
        change("aws_imagebuilder_image_recipe", index, ["create", "delete"], "z"),
      ),
    ],
    [
      "long texts",
      Array.from({ length: 40 }, (_, index) =>
        change("aws_imagebuilder_component", index, ["create", "delete"], "ü€🎉 line\n".repeat(900)),
      ),
    ],
    ["one endless name", [change("any", 1, ["update"], "z".repeat(200_000))]],
  ])("stays under GitHub's limit with too many or too long %s, and says what is missing", (_name, changes) => {
    const text = markdownReport(reviewExample({ resource_changes: changes }));
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text.split("\n")[0]).toMatch(/^## /);
    expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
  });

  it("counts what did not fit", () => {
    const changes = Array.from({ length: 3000 }, (_, index) => ({
      ...change("aws_cloudwatch_log_group", index, ["update"], "z"),
      change: { actions: ["update"], before: { retention_in_days: index + 2 }, after: { retention_in_days: 1 } },
    }));
    expect(markdownReport(reviewExample({ resource_changes: changes }))).toMatch(/\d+ more findings did not fit/);
  });

  it("tells the same of many resources once, and counts those that it does not name", () => {
    const changes = Array.from({ length: 3000 }, (_, index) => change("aws_kms_key", index, ["delete"], "z"));
    const text = markdownReport(reviewExample({ resource_changes: changes }));
    expect(text).toMatch(
      /`key-destroyed` what is encrypted with it .*\n {2}- 3000 resources: `aws_kms_key.x0`, .*`aws_kms_key.x19`, 2980 more\n/,
    );
    expect(text).not.toContain("did not fit");
  });

  it("takes no name for Markdown, HTML or somebody who is meant", () => {
    expect(inline("<b> @team `x` **y** [z](http://a) | $& #1")).toBe(
      "&lt;b&gt; &#64;team \\`x\\` \\*\\*y\\*\\* \\[z\\]\\(http://a\\) \\| $&amp; \\#1",
    );
  });
});
