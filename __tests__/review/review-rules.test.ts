import { allReviewRules } from "../../src/review/judgement/all-review-rules";
import { reviewExample } from "./example-review";

describe("the rules of the review", () => {
  it("have codes of their own", () => {
    const codes = allReviewRules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test.each(allReviewRules.map((rule) => [rule.code, rule] as const))("%s finds what it is for", (code, rule) => {
    const { findings, exitCode } = reviewExample(rule.fail);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(findings.find((finding) => finding.code === code)?.class).toBe(rule.class);
    expect(exitCode).toBe(3);
  });

  test.each(allReviewRules.map((rule) => [rule.code, rule] as const))("%s lets its neighbour pass", (code, rule) => {
    expect(reviewExample(rule.pass).findings.map((finding) => finding.code)).not.toContain(code);
  });

  test.each(allReviewRules.map((rule) => [rule.code, rule] as const))("%s names a source", (_code, { source }) => {
    expect(source).toMatch(/^https:\/\/\S+$/);
  });

  it("are accepted by their code", () => {
    const [rule] = allReviewRules;
    if (rule === undefined) throw new Error("there is no rule");
    const codes = reviewExample(rule.fail).findings.map(({ code }) => code);
    expect(reviewExample(rule.fail, codes).exitCode).toBe(2);
  });
});
