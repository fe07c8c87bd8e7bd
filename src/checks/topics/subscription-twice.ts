import { repeats } from "../../collections/repeats";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { topicsOf } from "./topics";

const subscribed = (second: string) =>
  withSettings(
    `build:\n  topic:\n    create: true\n    subscriptions:\n      - { protocol: email, endpoint: a@example.com }\n      - ${second}\n`,
  );

export const subscriptionTwice: ProjectRule = {
  code: "subscription-twice",
  refusedBy: "project",
  summary: "A topic has the same subscription twice.",
  source: "SNS API Subscribe: one subscription for each protocol and endpoint",
  fail: [subscribed("▸{ protocol: email, endpoint: a@example.com }")],
  pass: [
    subscribed("{ protocol: email, endpoint: b@example.com }"),
    subscribed("{ protocol: email-json, endpoint: a@example.com }"),
  ],
  eachEnvironment(environment, report) {
    for (const { path, topic } of topicsOf(environment)) {
      const subscriptions = typeof topic === "string" ? [] : topic.subscriptions;
      const named = subscriptions.map(({ protocol, endpoint }, index) => ({ name: `${protocol} ${endpoint}`, index }));
      for (const { item } of repeats(named, ({ name }) => name))
        report([...path, "subscriptions", item.index], `"${item.name}" is subscribed twice`, "remove one");
    }
  },
};
