import { oncePerText } from "../../collections/once-per";
import { cronFaults, nextRuns } from "../../schedules/cron";
import type { ProjectRule } from "../project-rule";
import { withSchedule } from "./example";
import { schedulesOf } from "./schedules";
import { isTimezone } from "./timezone";

/** A date before this rule existed. The check does not use the current time, so its result never changes. */
const longPast = new Date(Date.UTC(2026, 0, 1));

/**
 * Checks whether a cron expression has no future run. UTC is enough: a date that is missing in the calendar exists in no time zone. The
 * calculation takes a millisecond, and schedules repeat.
 */
const neverComes = oncePerText((cron) => nextRuns(cron, "UTC", longPast, 1)?.length === 0);

export const schedulePast: ProjectRule = {
  code: "schedule-past",
  severity: "warning",
  summary: "A cron expression describes a time that never comes: a day that no month has, or a year in the past.",
  source: "Image Builder User Guide, cron expressions: the year of a cron expression",
  fail: [withSchedule("cron: ▸0 4 30 2 ? *"), withSchedule("cron: ▸0 4 1 1 ? 2025")],
  pass: [withSchedule("cron: 0 4 28 2 ? *"), withSchedule("cron: 0 4 29 2 ? *")],
  eachEnvironment(environment, report) {
    for (const { path, schedule } of schedulesOf(environment)) {
      const { cron, timezone } = schedule;
      if (cronFaults(cron).length > 0 || !isTimezone(timezone)) continue;
      if (neverComes(cron))
        report(
          [...path, "cron"],
          `"${cron}" names a time that never comes`,
          "write * for the year, or a day that exists",
        );
    }
  },
};
