import { reviewExample } from "./example-review";

const group = (actions: readonly string[], before: object | null, after: object | null) => ({
  address: "aws_cloudwatch_log_group.web",
  type: "aws_cloudwatch_log_group",
  name: "web",
  change: { actions, before, after },
});

describe("what a plan does about what was changed outside Terraform", () => {
  const shortened = group(["update"], { retention_in_days: 90 }, { retention_in_days: 7 });

  it.each([
    ["takes it back", group(["update"], { retention_in_days: 7 }, { retention_in_days: 90 })],
    ["changes it again", group(["update"], { retention_in_days: 7 }, { retention_in_days: 30 })],
    ["leaves it so", group(["no-op"], { retention_in_days: 7 }, { retention_in_days: 7 })],
    ["leaves it so", group(["update"], { skip_destroy: false }, { skip_destroy: true })],
  ])("%s", (answer, planned) => {
    const { findings } = reviewExample({ resource_changes: [planned], resource_drift: [shortened] });
    expect(findings.map(({ message }) => message)).toContain(
      `retention_in_days falls from 90 to 7; this plan ${answer}`,
    );
  });

  it("makes anew what was deleted", () => {
    const gone = group(["delete"], { retention_in_days: 90 }, null);
    const { drift } = reviewExample({
      resource_changes: [group(["create"], null, { retention_in_days: 90 })],
      resource_drift: [gone],
      relevant_attributes: [],
    });
    expect([...drift.changes.map(({ answer }) => answer), drift.others]).toEqual(["this plan makes it anew", 0]);
  });
});

describe("a policy that was changed outside Terraform", () => {
  const allow = { Effect: "Allow", Action: "sqs:SendMessage", Principal: "*" };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...allow, Effect: "Deny" }, allow] });
  const queue = (after: string | null) => ({
    address: "aws_sqs_queue.builds",
    type: "aws_sqs_queue",
    name: "builds",
    change: { actions: ["update"], before: { policy }, after: { policy: after } },
  });
  const topic = (text?: string) => ({
    address: "aws_sns_topic_policy.builds",
    type: "aws_sns_topic_policy",
    name: "builds",
    change: { actions: ["no-op"], before: { policy: text }, after: { policy: text } },
  });
  const codesOf = (after: string | null, other?: string) =>
    reviewExample({ resource_changes: [topic(other)], resource_drift: [queue(after)] }).findings.map(
      ({ code }) => code,
    );
  const open = JSON.stringify({ Version: "2012-10-17", Statement: allow });

  it("is told of where it lost a statement that denies", () => {
    expect(codesOf(open)).toContain("policy-broadened");
  });

  it("is told of where it was removed, although other resources have no policy either", () => {
    expect(codesOf("")).toContain("policy-broadened");
    expect(codesOf(null)).toContain("policy-broadened");
  });

  it("is not told of where another resource holds the same policy", () => {
    expect(codesOf(open, open)).toEqual([]);
  });
});
