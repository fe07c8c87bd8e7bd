import { cronFaults } from "../../schedules/cron";
import type { ProjectRule } from "../project-rule";
import { withSchedule } from "./example";
import { schedulesOf } from "./schedules";

export const scheduleCron: ProjectRule = {
  code: "schedule-cron",
  refusedBy: "AWS",
  summary:
    "A cron expression is not valid for Image Builder. It needs six fields, and exactly one of the two day fields must be `?`.",
  source: "Image Builder User Guide, cron expressions; API field Schedule.scheduleExpression",
  fail: [
    withSchedule("cron: ▸0 4 * * SUN *"),
    withSchedule("cron: ▸0 4 ? * SUN"),
    withSchedule("cron: ▸60 4 ? * SUN *"),
  ],
  pass: [withSchedule("cron: 0 4 ? * SUN *"), withSchedule("cron: 59 23 L * ? *")],
  eachEnvironment(environment, report) {
    for (const { path, schedule } of schedulesOf(environment))
      for (const { message, fix } of cronFaults(schedule.cron)) report([...path, "cron"], message, fix);
  },
};
