import type { Topic } from "../definitions/schema/topic";
import type { Names } from "./names";

export type CreatedTopic = Exclude<Topic, string> & { readonly name: string };

/** The ARN of an existing topic, or the settings of a created topic with its name. */
export type ResolvedTopic = string | CreatedTopic;

export function resolveTopic(topic: Topic, names: Names): ResolvedTopic {
  return typeof topic === "string" ? topic : { ...topic, name: names.topic(topic) };
}
