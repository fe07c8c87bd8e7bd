import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";

import type { Place } from "../aws/place";
import { oncePerKey } from "../collections/once-per";
import type { CreatedTopic, ResolvedTopic } from "../factory/resolve-topic";
import { subscriptionAddress, topicAddress } from "../factory/terraform-name";
import { policyDocument } from "./policy-document";
import { literal } from "./terraform-literal";

export interface TopicProps {
  readonly topic: CreatedTopic;
  readonly place: Place;
}

/**
 * An SNS topic for build notifications from Image Builder or EventBridge, with its subscriptions.
 *
 * Image Builder publishes with its service-linked role, or with the execution role if the pipeline has one. Both belong to the account and are
 * allowed `sns:Publish`: the former by its managed policy, a created execution role by execution-policy.ts. EventBridge publishes as a service.
 */
export class Topic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { topic: settings, place }: TopicProps) {
    super(scope, id);
    const address = topicAddress(settings.name);
    const topic = new SnsTopic(this, "resource", { name: literal(settings.name), kmsMasterKeyId: settings.kmsKey });
    topic.overrideLogicalId(address);

    const policy = new SnsTopicPolicy(this, "policy", { arn: topic.arn, policy: topicPolicy(topic.arn, place) });
    policy.overrideLogicalId(address);

    for (const [subscriptionName, { protocol, endpoint }] of subscriptionsOf(settings)) {
      const subscription = new SnsTopicSubscription(this, subscriptionName, {
        topicArn: topic.arn,
        protocol,
        endpoint: literal(endpoint),
      });
      subscription.overrideLogicalId(subscriptionName);
    }
    this.arn = topic.arn;
  }
}

/** Returns a function that finds the ARN of a topic, and creates the topic in the stack on first use. The rule `topic-twice` keeps names unique. */
export function createTopics(scope: Construct, place: Place): (topic: ResolvedTopic) => string {
  const created = oncePerKey(
    ({ name }: CreatedTopic) => name,
    (topic) => new Topic(scope, `topic-${topic.name}`, { topic, place }).arn,
  );
  return (topic) => (typeof topic === "string" ? topic : created(topic));
}

/**
 * Returns the policy of a topic, which allows the account and EventBridge to publish, and requires TLS.
 *
 * Source: EventBridge User Guide, "Using resource-based policies", "Amazon SNS permissions": a topic policy does not support conditions for
 * EventBridge. SNS Developer Guide, "Security best practices": TLS.
 */
function topicPolicy(arn: string, { partition, account }: Place): string {
  return policyDocument([
    {
      Sid: "PublishByAccount",
      Effect: "Allow",
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: "sns:Publish",
      Resource: arn,
    },
    {
      Sid: "PublishByEventBridge",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: arn,
    },
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/** Returns the subscriptions by address. Duplicates are merged. */
function subscriptionsOf({
  name,
  subscriptions,
}: CreatedTopic): ReadonlyMap<string, CreatedTopic["subscriptions"][number]> {
  return new Map(subscriptions.map((subscription) => [subscriptionAddress(name, subscription), subscription]));
}
