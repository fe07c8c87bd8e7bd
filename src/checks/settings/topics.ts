import { parseArn } from "../../aws/arn";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { namesOf } from "../../factory/names";
import type { Topic } from "../../definitions/schema/topic";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import { fieldOf } from "../field-of";
import { problemAt, problemAtKey } from "../problem-at";

const { environment } = exampleProject;
const ofEnvironment = (text: string) => ({ "environments/dev.yaml": environment + text });

export const eventsWithoutTopic: Rule = {
  code: "events-without-topic",
  severity: "error",
  unsilenceable: true,
  summary: "Event notifications are enabled, but there is no topic for them.",
  source: "docs/reference.md: events.topic, else build.topic",
  fail: [ofEnvironment("▸events:\n  on: [failed]\n")],
  pass: [ofEnvironment("events:\n  on: [failed]\n  topic: { create: true }\n")],
};

export const topicTwice: Rule = {
  code: "topic-twice",
  severity: "error",
  unsilenceable: true,
  summary: "The topics for builds and for events have the same name.",
  source: "SNS API field CreateTopic.Name: unique in an account and region",
  fail: [ofEnvironment("build:\n  topic: { create: true }\nevents:\n  topic: { create: ▸true }\n")],
  pass: [ofEnvironment("build:\n  topic: { create: true }\nevents:\n  on: [failed]\n")],
};

export const topicKey: Rule = {
  code: "topic-key",
  severity: "error",
  summary:
    "A topic is encrypted with a key of another account or with an AWS managed key. Image Builder cannot publish to it.",
  source:
    "API field CreateInfrastructureConfiguration.snsTopicArn: the key has to be of the account; SNS Developer Guide: services need a customer managed key",
  fail: [
    ofEnvironment("build:\n  topic:\n    create: true\n    kmsKey: ▸arn:aws:kms:us-east-1:999999999999:alias/topics\n"),
  ],
  pass: [
    ofEnvironment("build:\n  topic:\n    create: true\n    kmsKey: arn:aws:kms:us-east-1:123456789012:alias/topics\n"),
  ],
};

export const topicAccount: Rule = {
  code: "topic-account",
  severity: "warning",
  summary: "A topic belongs to another account. Its policy must allow this account to publish.",
  source: "SNS Developer Guide, cross-account access",
  fail: [ofEnvironment("build:\n  topic: ▸arn:aws:sns:us-east-1:999999999999:images\n")],
  pass: [ofEnvironment("build:\n  topic: arn:aws:sns:us-east-1:123456789012:images\n")],
};

export const subscriptionTwice: Rule = {
  code: "subscription-twice",
  severity: "error",
  summary: "A topic has the same subscription twice.",
  source: "SNS API Subscribe: one subscription for each protocol and endpoint",
  fail: [
    ofEnvironment(
      `build:\n  topic:\n    create: true\n    subscriptions:\n      - { protocol: email, endpoint: a@example.com }\n      - ▸{ protocol: email, endpoint: a@example.com }\n`,
    ),
  ],
  pass: [
    ofEnvironment(
      `build:\n  topic:\n    create: true\n    subscriptions:\n      - { protocol: email, endpoint: a@example.com }\n      - { protocol: email, endpoint: b@example.com }\n`,
    ),
  ],
};

export const topicRules: readonly Rule[] = [eventsWithoutTopic, topicTwice, topicKey, topicAccount, subscriptionTwice];

/** Checks the topics of an environment. */
export function checkTopics({ source, raw }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const { build, events, account } = value;
  const problems: Problem[] = [];
  if (events !== undefined && events.topic === undefined && build.topic === undefined)
    problems.push(
      problemAtKey(
        eventsWithoutTopic,
        source,
        ["events"],
        "there is no topic for these events",
        "add topic, its ARN or { create: true }",
      ),
    );
  const made = [build.topic, events?.topic].map((topic) =>
    typeof topic === "object" ? namesOf(value).topic(topic) : undefined,
  );
  if (made[0] !== undefined && made[0] === made[1]) {
    const message = `the topic "${made[0]}" is made for "build", too`;
    const range = ["events", "topic", fieldOf(fieldOf(fieldOf(raw, "events"), "topic"), "name") ? "name" : "create"];
    problems.push(problemAt(topicTwice, source, range, message, "remove it to use that of build, or add another name"));
  }
  const topics: readonly { readonly path: YamlPath; readonly topic: Topic | undefined }[] = [
    { path: ["build", "topic"], topic: build.topic },
    { path: ["events", "topic"], topic: events?.topic },
  ];
  const report = (rule: Rule, path: YamlPath, message: string, fix: string) =>
    problems.push(problemAt(rule, source, path, message, fix));
  for (const { path, topic } of topics) {
    if (typeof topic === "string") {
      const owner = parseArn(topic)?.account ?? "";
      if (owner !== account)
        report(
          topicAccount,
          path,
          `the topic "${topic}" is of account "${owner}"`,
          "make sure that the topic's policy allows this account to publish, and silence this warning",
        );
      continue;
    }
    if (topic === undefined) continue;
    const { kmsKey, subscriptions } = topic;
    if (kmsKey !== undefined && parseArn(kmsKey)?.account !== account) {
      const message = `the key "${kmsKey}" is of another account than "${account}"`;
      report(topicKey, [...path, "kmsKey"], message, "write a key of this account");
    } else if (kmsKey?.endsWith(":alias/aws/sns") === true) {
      const message = `the key "${kmsKey}" is of AWS, and does not let Image Builder use it`;
      report(topicKey, [...path, "kmsKey"], message, "write a key of your own, or leave it out");
    }
    const names = subscriptions.map(({ protocol, endpoint }) => `${protocol} ${endpoint}`);
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      report(subscriptionTwice, [...path, "subscriptions", index], `"${name}" is subscribed twice`, "remove one");
    });
  }
  return problems;
}
