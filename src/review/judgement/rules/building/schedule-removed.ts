import { at, isEmpty } from "../../../plan/value";
import { updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { pipelineType } from "./types";

const weekly = [{ schedule_expression: "cron(0 4 ? * SUN *)", timezone: "UTC" }];

const nightly = [{ schedule_expression: "cron(0 4 * * ? *)", timezone: "UTC" }];

export const scheduleRemoved: ReviewRule = {
  code: "schedule-removed",
  summary: "A pipeline loses its schedule: its image becomes outdated until somebody starts a build.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html",
  fail: [updated(pipelineType, { schedule: weekly }, { schedule: [] })],
  pass: [updated(pipelineType, { schedule: weekly }, { schedule: nightly })],
  find: eachChange(({ type, action, before, after }) =>
    type === pipelineType && action !== "delete" && !isEmpty(at(before, "schedule")) && isEmpty(at(after, "schedule"))
      ? ["its schedule is taken away"]
      : [],
  ),
};
