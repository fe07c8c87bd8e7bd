import { cronFaults, nextRuns } from "../../src/schedules/cron";

describe("cronFaults", () => {
  test.each([
    "0 4 ? * SUN *",
    "0 4 * * ? *",
    "*/15 * ? * MON-FRI *",
    "0/30 8-18 ? * 2-6 *",
    "5,35 0 1,15 * ? *",
    "0 0 L * ? *",
    "0 0 LW * ? *",
    "0 0 15W * ? *",
    "0 0 L-3 * ? *",
    "0 0 ? * 2#1 *",
    "0 0 ? * MON#5 *",
    "0 0 ? * 6L *",
    "0 0 ? * L *",
    "0 0 1 JAN,APR,jul,oct ? *",
    "0 0 1 1-12/3 ? *",
    "0 0 1 * ? 2026-2030",
    "0 0 1 * ? 2026/2",
    "59 23 31 12 ? 2199",
    "0 22-4 ? * FRI-MON *",
    "00 04 ? * sun 1970",
  ])("takes %s", (cron) => {
    expect(cronFaults(cron)).toEqual([]);
  });

  test.each([
    ["0 4 * * SUN *", 'one of them has to be "?"'],
    ["0 4 * * * *", 'one of them has to be "?"'],
    ["0 4 ? * ? *", 'has "?" for both days'],
    ["0 4 ? * SUN", "has 5 fields, expected 6"],
    ["0 0 4 ? * SUN *", "has 7 fields, expected 6"],
    ["daily", "has 1 field, expected 6"],
    ["cron(0 4 ? * SUN *)", "which is added by itself"],
    ["rate(1 day)", "is a rate"],
    ["60 4 ? * SUN *", 'minutes "60"'],
    ["-1 4 ? * SUN *", 'minutes "-1"'],
    ["0 24 ? * SUN *", 'hours "24"'],
    ["0 4 32 * ? *", 'day of month "32"'],
    ["0 4 0 * ? *", 'day of month "0"'],
    ["0 4 ? 13 SUN *", 'month "13"'],
    ["0 4 ? FOO SUN *", 'month "FOO"'],
    ["0 4 ? * 0 *", 'day of week "0"'],
    ["0 4 ? * 8 *", 'day of week "8"'],
    ["0 4 ? * SUNDAY *", 'day of week "SUNDAY"'],
    ["0 4 ? * MON#6 *", 'day of week "MON#6"'],
    ["0 4 ? * 5W *", 'day of week "5W"'],
    ["0 4 ? * SUN 1969", 'year "1969"'],
    ["0 4 ? * SUN 2200", 'year "2200"'],
    ["0 4 ? * SUN 2030-2026", "runs backwards"],
    ["*/0 4 ? * SUN *", 'the step "0"'],
    ["*/90 4 ? * SUN *", 'the step "90"'],
    ["? 4 ? * SUN *", 'minutes "?"'],
    ["1,,2 4 ? * SUN *", 'minutes ""'],
    ["0 4L ? * SUN *", 'hours "4L"'],
    ["0/5/5 4 ? * SUN *", "has two steps"],
  ])("refuses %s: %s", (cron, message) => {
    expect(cronFaults(cron).map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ["cron(0 4 ? * SUN *)", "write 0 4 ? * SUN *"],
    ["0 4 * * SUN *", "write 0 4 ? * SUN *"],
    ["0 4 1 * * *", "write 0 4 1 * ? *"],
    ["0 4 ? * ? *", "write 0 4 * * ? *"],
  ])("fixes %s: %s", (cron, fix) => {
    expect(cronFaults(cron).map((fault) => fault.fix)).toEqual([fix]);
  });
});

describe("nextRuns", () => {
  const from = new Date("2026-01-01T00:00:00Z");
  const runs = (cron: string, timezone = "Etc/UTC") =>
    nextRuns(cron, timezone, from, 2)?.map((run) => run.toISOString().slice(0, 16));

  test.each([
    ["0 4 ? * SUN *", ["2026-01-04T04:00", "2026-01-11T04:00"]],
    ["0 4 ? * 1 *", ["2026-01-04T04:00", "2026-01-11T04:00"]],
    ["0 0 ? * L *", ["2026-01-03T00:00", "2026-01-10T00:00"]],
    ["0 0 ? * MON#1 *", ["2026-01-05T00:00", "2026-02-02T00:00"]],
    ["0 0 ? * FRIL *", ["2026-01-30T00:00", "2026-02-27T00:00"]],
    ["0 3 L * ? *", ["2026-01-31T03:00", "2026-02-28T03:00"]],
    ["30/20 5 2 jan ? *", ["2026-01-02T05:30", "2026-01-02T05:50"]],
    ["0 0 ? * FRI-SUN/2 *", ["2026-01-02T00:00", "2026-01-04T00:00"]],
    ["0 0 1 1 ? 2027/2", ["2027-01-01T00:00", "2029-01-01T00:00"]],
  ])("follows %s", (cron, expected) => {
    expect(runs(cron)).toEqual(expected);
  });

  test("counts in the time zone, over its change to summer time", () => {
    expect(nextRuns("0 4 ? * SUN *", "Europe/Berlin", new Date("2026-03-20T00:00:00Z"), 2)).toEqual([
      new Date("2026-03-22T03:00:00Z"),
      new Date("2026-03-29T02:00:00Z"),
    ]);
  });

  test("is empty where no time is left, and undefined where the days are counted from the end", () => {
    expect([runs("0 0 1 1 ? 2020"), runs("0 0 L-3 * ? *")]).toEqual([[], undefined]);
  });
});
