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
