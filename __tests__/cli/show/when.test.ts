import { nextRunLines } from "../../../src/cli/show/when";

const now = new Date("2026-03-27T12:00:00Z");

describe("the next runs of a schedule", () => {
  it("are the next three, in the schedule's zone and in the reader's, across a change to summer time", () => {
    const lines = nextRunLines(
      { expression: "cron(0 4 ? * SAT-SUN *)", timezone: "Europe/Berlin" },
      { now, timezone: "Etc/UTC" },
    );
    expect(lines).toEqual([
      "Sat 2026-03-28 04:00 Europe/Berlin, here Sat 2026-03-28 03:00",
      "Sun 2026-03-29 04:00 Europe/Berlin, here Sun 2026-03-29 02:00",
      "Sat 2026-04-04 04:00 Europe/Berlin, here Sat 2026-04-04 02:00",
    ]);
  });

  it("are said once where both zones are the same", () => {
    expect(
      nextRunLines({ expression: "cron(0 0 1 1 ? *)", timezone: "Etc/UTC" }, { now, timezone: "Etc/UTC" }, 1),
    ).toEqual(["Fri 2027-01-01 00:00 Etc/UTC"]);
  });

  it("say so where there are none, or where they cannot be calculated", () => {
    const clock = { now, timezone: "Etc/UTC" };
    expect(nextRunLines({ expression: "cron(0 0 1 1 ? 2020)", timezone: "Etc/UTC" }, clock)).toEqual(["never again"]);
    expect(nextRunLines({ expression: "cron(0 0 L-3 * ? *)", timezone: "Etc/UTC" }, clock)).toEqual([
      "(not calculated here: a day counted back from the end of a month)",
    ]);
  });
});
