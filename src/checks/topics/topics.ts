import type { Topic } from "../../definitions/schema/topic";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** A topic of an environment: its ARN, or the settings of a topic to create. */
export interface WrittenTopic {
  readonly path: YamlPath;
  readonly topic: Topic;
}

/** Returns the topics of builds and of events, with their paths. */
export function topicsOf({ value: { build, events } }: Environment): WrittenTopic[] {
  return [
    ...(build.topic === undefined ? [] : [{ path: ["build", "topic"], topic: build.topic }]),
    ...(events?.topic === undefined ? [] : [{ path: ["events", "topic"], topic: events.topic }]),
  ];
}
