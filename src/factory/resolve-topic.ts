import type { Topic } from "../definitions/schema/topic";
import type { Names } from "./names";

export type CreatedTopic = Exclude<Topic, string> & { readonly name: string };

/** A topic by its ARN, or one that is created, with its name. */
export type ResolvedTopic = string | CreatedTopic;

export function resolveTopic(topic: Topic, names: Names): ResolvedTopic {
  return typeof topic === "string" ? topic : { ...topic, name: names.topic(topic) };
}
