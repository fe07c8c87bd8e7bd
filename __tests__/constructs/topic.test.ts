import { createTopics, Topic, type TopicProps } from "../../src/constructs/topic";
import { resourcesOf } from "../helpers/synthesised";

const place: TopicProps["place"] = { partition: "aws", region: "us-east-1", account: "123456789012" };
const required: TopicProps["topic"] = { create: true, name: "image-factory", subscriptions: [] };
const topicWith = (topic: Partial<TopicProps["topic"]>) =>
  resourcesOf((stack) => new Topic(stack, "topic", { topic: { ...required, ...topic }, place }));

test("with required settings, it is a topic and its policy", () => {
  const resources = topicWith({});
  expect(resources.aws_sns_topic).toEqual({ "image-factory": { name: "image-factory" } });
  expect(Object.keys(resources).sort()).toEqual(["aws_sns_topic", "aws_sns_topic_policy"]);
});

test("the account and EventBridge publish, and nobody over plain HTTP", () => {
  const policy = topicWith({}).aws_sns_topic_policy?.["image-factory"];
  const Resource = "${aws_sns_topic.image-factory.arn}";
  expect(policy).toMatchObject({ arn: Resource });
  expect((JSON.parse(String(policy?.policy)) as { Statement: unknown }).Statement).toEqual([
    {
      Sid: "PublishByAccount",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: "sns:Publish",
      Resource,
    },
    {
      Sid: "PublishByEventBridge",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource,
    },
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
});

test("with all settings, it is encrypted and has its subscriptions", () => {
  const kmsKey = "arn:aws:kms:us-east-1:123456789012:key/1";
  const resources = topicWith({
    kmsKey,
    subscriptions: [
      { protocol: "email", endpoint: "team@example.com" },
      { protocol: "sqs", endpoint: "arn:aws:sqs:us-east-1:123456789012:builds" },
    ],
  });
  expect(resources.aws_sns_topic?.["image-factory"]).toMatchObject({ kms_master_key_id: kmsKey });
  expect(Object.values(resources.aws_sns_topic_subscription ?? {})).toEqual([
    { topic_arn: "${aws_sns_topic.image-factory.arn}", protocol: "email", endpoint: "team@example.com" },
    {
      topic_arn: "${aws_sns_topic.image-factory.arn}",
      protocol: "sqs",
      endpoint: "arn:aws:sqs:us-east-1:123456789012:builds",
    },
  ]);
});

test("a subscription keeps its address whatever comes before it, and is created once", () => {
  const one = { protocol: "email", endpoint: "one@example.com" } as const;
  const two = { protocol: "email", endpoint: "two@example.com" } as const;
  const addressesOf = (...subscriptions: TopicProps["topic"]["subscriptions"]) =>
    Object.keys(topicWith({ subscriptions }).aws_sns_topic_subscription ?? {});
  expect(addressesOf(two)).toHaveLength(1);
  expect(addressesOf(one, two, two)).toHaveLength(2);
  expect(addressesOf(one, two)).toEqual(expect.arrayContaining(addressesOf(two)));
});

test("a name that Terraform would not take is led by an underscore", () => {
  expect(topicWith({ name: "2nd-topic" }).aws_sns_topic).toEqual({ "_2nd-topic": { name: "2nd-topic" } });
});

test("a topic that two ask for is created once, a given one never", () => {
  const arns: string[] = [];
  const resources = resourcesOf((stack) => {
    const arnOf = createTopics(stack, place);
    arns.push(arnOf(required), arnOf({ ...required }), arnOf("arn:aws:sns:us-east-1:123456789012:ours"));
  });
  expect(Object.keys(resources.aws_sns_topic ?? {})).toEqual(["image-factory"]);
  expect(arns[0]).toBe(arns[1]);
  expect(arns[2]).toBe("arn:aws:sns:us-east-1:123456789012:ours");
});
