import { checkSchedule, nextRun } from "../../../sandbox/imagebuilder/schedule";

const now = new Date("2026-01-05T10:00:00Z");

test.each([
  ["cron(0 4 * * SUN *)", "one of them has to be"],
  ["cron(0 4 ? * SUN)", "Unexpected end of expression"],
  ["cron(60 4 ? * SUN *)", "minutes"],
  ["rate(1 day)", "is not of the form cron(...)"],
  ["0 4 ? * SUN *", "is not of the form cron(...)"],
])("the schedule %s is refused", (scheduleExpression, message) => {
  expect(() => {
    checkSchedule({ scheduleExpression });
  }).toThrow(message);
});

test("a time zone that nobody knows is refused", () => {
  expect(() => {
    checkSchedule({ scheduleExpression: "cron(0 4 ? * SUN *)", timezone: "Mars/Phobos" });
  }).toThrow("'Mars/Phobos' is not a time zone");
});

test.each(["cron(0 0 1/3 * ? *)", "cron(0 4 L-3 * ? *)", "cron(0 4 ? * 6L *)", "cron(0 4 ? * MON#1 *)"])(
  "the schedule %s is accepted",
  (scheduleExpression) => {
    expect(() => {
      checkSchedule({ scheduleExpression });
    }).not.toThrow();
  },
);

test("the next run is in the time zone of the schedule, by default UTC", () => {
  const scheduleExpression = "cron(0 4 ? * SUN *)";
  expect(nextRun({ scheduleExpression }, now)?.toISOString()).toBe("2026-01-11T04:00:00.000Z");
  expect(nextRun({ scheduleExpression, timezone: "Europe/Berlin" }, now)?.toISOString()).toBe(
    "2026-01-11T03:00:00.000Z",
  );
});

test("a schedule of the past has no next run", () => {
  expect(nextRun({ scheduleExpression: "cron(0 4 1 1 ? 2025)" }, now)).toBeUndefined();
});
