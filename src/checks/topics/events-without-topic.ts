import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const withEvents = (lines: string) => withSettings(lines);

export const eventsWithoutTopic: ProjectRule = {
  code: "events-without-topic",
  refusedBy: "project",
  unsilenceable: true,
  summary: "Event notifications are enabled, but there is no topic for them.",
  source: "docs/reference.md: events.topic, else build.topic",
  fail: [withEvents("▸events:\n  on: [failed]\n")],
  pass: [
    withEvents("events:\n  on: [failed]\n  topic: { create: true }\n"),
    withEvents("build:\n  topic: { create: true }\nevents:\n  on: [failed]\n"),
  ],
  eachEnvironment({ value: { build, events } }, report) {
    if (events === undefined || events.topic !== undefined || build.topic !== undefined) return;
    report({ key: ["events"] }, "there is no topic for these events", "add topic, its ARN or { create: true }");
  },
};
