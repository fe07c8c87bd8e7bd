import { updated } from "../../src/review/judgement/examples";
import { reviewExample } from "./example-review";

/** Whether the finding of the only change says all of it, so that the report shows the change nowhere else. */
function isTold(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const { findings, changes } = reviewExample(updated("aws_cloudwatch_log_group", before, after));
  expect(findings.map(({ code }) => code)).toEqual(["retention-shortened"]);
  return changes.every(({ reported }) => reported);
}

describe("a change that is found", () => {
  it("is told by the finding about its only setting", () => {
    expect(isTold({ retention_in_days: 90 }, { retention_in_days: 30 })).toBe(true);
  });

  it("is told besides where another setting changes, also from and to the same", () => {
    expect(isTold({ retention_in_days: 90, size: 90 }, { retention_in_days: 30, size: 30 })).toBe(false);
  });

  it("is told besides where a document changes that no finding is about", () => {
    const notes = (text: string) => JSON.stringify({ text });
    expect(isTold({ retention_in_days: 90, notes: notes("old") }, { retention_in_days: 30, notes: notes("new") })).toBe(
      false,
    );
  });
});
