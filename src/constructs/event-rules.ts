import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";

import type { EventName } from "../definitions/schema/events";
import { literal } from "./terraform-literal";

export interface EventRulesProps {
  /** Prefix of the names of the rules. */
  readonly name: string;
  readonly on: readonly EventName[];
  readonly topicArn: string;
}

interface Event {
  readonly description: string;
  readonly detailType: string;
  readonly detail?: object;
  /** Variables of the message with their paths in the event. */
  readonly paths: Readonly<Record<string, string>>;
  /** Lines of the message, with `<variables>`. */
  readonly message: readonly string[];
}

const STATE_CHANGE = "EC2 Image Builder Image State Change";
const REGION = { account: "$.account", region: "$.region" };
const IMAGE = { ...REGION, image: "$.resources[0]" };

/** The supported events. Source: Image Builder User Guide, "Event messages that Image Builder sends". */
const events: Readonly<Record<EventName, Event>> = {
  succeeded: {
    description: "A build has succeeded",
    detailType: STATE_CHANGE,
    detail: { state: { status: ["AVAILABLE"] } },
    paths: IMAGE,
    message: ["Image Builder has built an image in <region> of account <account>.", "<image>"],
  },
  failed: {
    description: "A build has failed",
    detailType: STATE_CHANGE,
    detail: { state: { status: ["FAILED"] } },
    paths: { ...IMAGE, before: "$.detail.previous-state.status" },
    message: [
      "A build of Image Builder in <region> of account <account> has failed; it was <before> before.",
      "<image>",
    ],
  },
  findings: {
    description: "Inspector has found vulnerabilities",
    detailType: "EC2 Image Builder CVE Detected",
    // Image Builder sends this event after every scan, also for images without findings. The counts exclude low and informational findings.
    detail: { "finding-severity-counts": { all: [{ numeric: [">", 0] }] } },
    paths: {
      ...IMAGE,
      all: "$.detail.finding-severity-counts.all",
      critical: "$.detail.finding-severity-counts.critical",
      high: "$.detail.finding-severity-counts.high",
      medium: "$.detail.finding-severity-counts.medium",
    },
    message: [
      "Amazon Inspector has found vulnerabilities in an image in <region> of account <account>: <all>, of them <critical> critical, <high> high, <medium> medium.",
      "<image>",
    ],
  },
  waiting: {
    description: "A workflow waits for an answer",
    detailType: "EC2 Image Builder Workflow Step Waiting",
    paths: { ...IMAGE, step: "$.detail.workflow-step-name", execution: "$.detail.workflow-step-execution-id" },
    message: [
      "A build of Image Builder in <region> of account <account> waits in step <step> for RESUME or STOP.",
      "<image>",
      "aws imagebuilder send-workflow-step-action --region <region> --image-build-version-arn <image> --step-execution-id <execution> --action RESUME",
    ],
  },
  disabled: {
    description: "A pipeline was disabled after failures",
    detailType: "EC2 Image Builder Image Pipeline Automatically Disabled",
    paths: { ...REGION, pipeline: "$.resources[0]", failures: "$.detail.consecutive-failures" },
    message: [
      "Image Builder has disabled a pipeline in <region> of account <account>, after <failures> failed builds in a row.",
      "<pipeline>",
    ],
  },
};

/** EventBridge rules that send readable messages about Image Builder events in this account and region to a topic. */
export class EventRules extends Construct {
  constructor(scope: Construct, id: string, { name, on, topicArn }: EventRulesProps) {
    super(scope, id);
    for (const eventName of on) {
      const event = events[eventName];
      const rule = new CloudwatchEventRule(this, `rule-${eventName}`, {
        name: literal(`${name}-${eventName}`),
        description: event.description,
        eventPattern: JSON.stringify({
          source: ["aws.imagebuilder"],
          "detail-type": [event.detailType],
          detail: event.detail,
        }),
      });
      rule.overrideLogicalId(eventName);

      const target = new CloudwatchEventTarget(this, `target-${eventName}`, {
        rule: rule.name,
        targetId: "topic",
        arn: topicArn,
        inputTransformer: { inputPaths: event.paths, inputTemplate: textTemplate(event.message) },
      });
      target.overrideLogicalId(eventName);
    }
  }
}

/** Returns an input template: each line of text is quoted. Source: EventBridge User Guide, "Input transformation". */
function textTemplate(lines: readonly string[]): string {
  return lines.map((line) => `"${line}"`).join("\n");
}
