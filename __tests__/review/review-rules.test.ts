import { allReviewRules } from "../../src/review/judgement/all-review-rules";
import { updated } from "../../src/review/judgement/examples";
import { reviewExample } from "./example-review";

function examplesOf(kind: "fail" | "pass") {
  return allReviewRules.flatMap((rule) =>
    rule[kind].map((example, index) => [rule.code, index + 1, rule, example] as const),
  );
}

describe("the rules of the review", () => {
  it("have codes of their own", () => {
    const codes = allReviewRules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test.each(examplesOf("fail"))("%s finds what it is for, example %i", (code, _number, rule, example) => {
    const { findings, exitCode } = reviewExample(example);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(findings.find((finding) => finding.code === code)?.class).toBe(rule.class ?? "attention");
    expect(exitCode).toBe(3);
  });

  test.each(examplesOf("pass"))("%s lets its neighbour pass, example %i", (code, _number, _rule, example) => {
    expect(reviewExample(example).findings.map((finding) => finding.code)).not.toContain(code);
  });

  test.each(allReviewRules.map((rule) => [rule.code, rule] as const))("%s names a source", (_code, { source }) => {
    expect(source).toMatch(/^https:\/\/\S+$/);
  });

  it("are accepted by their code", () => {
    for (const [, , , example] of examplesOf("fail")) {
      const { findings, exitCode } = reviewExample(example);
      expect(exitCode).toBe(3);
      const codes = findings.map(({ code }) => code);
      // 2 says that the plan changes something, 0 that it does not: some examples are about the plan as a whole.
      expect([0, 2]).toContain(reviewExample(example, codes).exitCode);
    }
  });

  it.each([
    ["encrypted", "true", "false"],
    ["kms_key_id", "alias/one", "alias/two"],
    ["kms_key_id", "alias/one", null],
    ["http_tokens", "required", "optional"],
    ["http_put_response_hop_limit", "1", "2"],
    ["map_public_ip_on_launch", "false", "true"],
    ["retention_in_days", "7", "1"],
  ])("find the attribute %s, but not a key of the user with this name", (name, before, after) => {
    const findings = (values: (value: object) => Readonly<Record<string, unknown>>) =>
      reviewExample(updated("aws_example", values({ [name]: before }), values({ [name]: after }))).findings.length;
    expect(findings((value) => ({ ...value }))).toBe(1);
    expect(findings((value) => ({ settings: [value] }))).toBe(1);
    for (const map of [
      "tags",
      "tags_all",
      "ami_tags",
      "tag_map",
      "labels",
      "parameters",
      "metadata",
      "default_arguments",
      "triggers",
      "triggers_replace",
      "keepers",
    ])
      expect(findings((value) => ({ [map]: value }))).toBe(0);
  });
});
