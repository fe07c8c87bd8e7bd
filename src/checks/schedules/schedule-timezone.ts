import type { ProjectRule } from "../project-rule";
import { withSchedule } from "./example";
import { schedulesOf } from "./schedules";
import { isTimezone, timezoneFix } from "./timezone";

export const scheduleTimezone: ProjectRule = {
  code: "schedule-timezone",
  refusedBy: "AWS",
  summary: "A time zone is not in the IANA time zone database.",
  source: "API field Schedule.timezone",
  fail: [
    withSchedule("cron: 0 4 ? * SUN *", "timezone: ▸Europe/Berlim"),
    withSchedule("cron: 0 4 ? * SUN *", "timezone: ▸europe/berlin"),
  ],
  pass: [
    withSchedule("cron: 0 4 ? * SUN *", "timezone: Europe/Berlin"),
    withSchedule("cron: 0 4 ? * SUN *", "timezone: Asia/Kolkata"),
  ],
  eachEnvironment(environment, report) {
    for (const { path, schedule } of schedulesOf(environment)) {
      const { timezone } = schedule;
      if (!isTimezone(timezone))
        report([...path, "timezone"], `there is no time zone "${timezone}"`, timezoneFix(timezone));
    }
  },
};
