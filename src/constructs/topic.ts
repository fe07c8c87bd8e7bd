import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";

import type { Place } from "../aws/place";
import type { CreatedTopic, ResolvedTopic } from "../factory/resolve-topic";
import { subscriptionAddress, topicAddress } from "../factory/terraform-name";
import { policyDocument } from "./policy-document";
import { literal } from "./terraform-literal";

export interface TopicProps {
  readonly topic: CreatedTopic;
  readonly place: Place;
}

/**
 * A topic that hears of builds, from Image Builder or through EventBridge, and who is subscribed to it.
 *
 * Image Builder publishes as its service-linked role, or as the execution role where a pipeline has one: both are the account's, and have
 * `sns:Publish` by their own policies, AWSServiceRoleForImageBuilder and EC2ImageBuilderExecutionPolicy. EventBridge publishes as itself.
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

/**
 * Creates the topics of one stack: each once, when its ARN is first needed. Returns how to find the ARN of one.
 *
 * @throws where a second topic of the same name has other settings
 */
export function createTopics(scope: Construct, place: Place): (topic: ResolvedTopic) => string {
  const made = new Map<string, { readonly settings: string; readonly arn: string }>();
  return (topic) => {
    if (typeof topic === "string") return topic;
    const settings = JSON.stringify(topic);
    const known = made.get(topic.name);
    if (known !== undefined && known.settings !== settings)
      throw new Error(`topic "${topic.name}" is to be made twice, with different settings`);
    const arn = known?.arn ?? new Topic(scope, `topic-${topic.name}`, { topic, place }).arn;
    made.set(topic.name, { settings, arn });
    return arn;
  };
}

/**
 * Source: EventBridge User Guide, "Using resource-based policies", "Amazon SNS permissions": the policy of a topic takes no condition
 * on EventBridge. SNS Developer Guide, "Security best practices": TLS alone.
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

/** By address: one that is given twice is one. */
function subscriptionsOf({
  name,
  subscriptions,
}: CreatedTopic): ReadonlyMap<string, CreatedTopic["subscriptions"][number]> {
  return new Map(subscriptions.map((subscription) => [subscriptionAddress(name, subscription), subscription]));
}
