import { fieldOf } from "../../definitions/field-of";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const two = (events: string) => withSettings(`build:\n  topic: { create: true }\nevents:\n  ${events}\n`);

export const topicTwice: ProjectRule = {
  code: "topic-twice",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "The topics for builds and for events have the same name.",
  source: "SNS API field CreateTopic.Name: unique in an account and region",
  fail: [two("topic: { create: ▸true }"), two("topic: { create: true, name: ▸image-factory }")],
  pass: [two("on: [failed]"), two("topic: { create: true, name: golden-image-events }")],
  eachEnvironment({ value, names, raw }, report) {
    const [ofBuilds, ofEvents] = [value.build.topic, value.events?.topic].map((topic) =>
      typeof topic === "object" ? names.topic(topic) : undefined,
    );
    if (ofBuilds === undefined || ofBuilds !== ofEvents) return;
    const key = fieldOf(raw, "events", "topic", "name") ? "name" : "create";
    const message = `the topic "${ofBuilds}" is also created for "build"`;
    report(["events", "topic", key], message, "remove it to use that of build, or add another name");
  },
};
