import { EventRules } from "../../src/constructs/event-rules";
import type { EventName } from "../../src/definitions/schema/events";
import { eventNames } from "../../src/definitions/schema/events";
import { resourcesOf } from "../helpers/synthesised";

const topicArn = "arn:aws:sns:us-east-1:123456789012:image-factory";
const rulesOn = (...on: EventName[]) =>
  resourcesOf((stack) => new EventRules(stack, "events", { name: "image-factory", on, topicArn }));
const patternOf = (name: EventName): unknown =>
  JSON.parse(String(rulesOn(name).aws_cloudwatch_event_rule?.[name]?.event_pattern));

test("each event has a rule and a target, and only those that are asked for", () => {
  const resources = rulesOn("succeeded", "failed");
  expect(Object.keys(resources.aws_cloudwatch_event_rule ?? {}).sort()).toEqual(["failed", "succeeded"]);
  expect(resources.aws_cloudwatch_event_rule?.failed).toMatchObject({ name: "image-factory-failed" });
  expect(resources.aws_cloudwatch_event_target?.failed).toMatchObject({
    rule: "${aws_cloudwatch_event_rule.failed.name}",
    target_id: "topic",
    arn: topicArn,
  });
});

test.each<[EventName, object]>([
  [
    "succeeded",
    { "detail-type": ["EC2 Image Builder Image State Change"], detail: { state: { status: ["AVAILABLE"] } } },
  ],
  ["failed", { "detail-type": ["EC2 Image Builder Image State Change"], detail: { state: { status: ["FAILED"] } } }],
  [
    "findings",
    {
      "detail-type": ["EC2 Image Builder CVE Detected"],
      detail: { "finding-severity-counts": { all: [{ numeric: [">", 0] }] } },
    },
  ],
  ["waiting", { "detail-type": ["EC2 Image Builder Workflow Step Waiting"] }],
  ["disabled", { "detail-type": ["EC2 Image Builder Image Pipeline Automatically Disabled"] }],
])("%s is told by its pattern", (name, pattern) => {
  expect(patternOf(name)).toEqual({ source: ["aws.imagebuilder"], ...pattern });
});

interface Transformer {
  readonly input_paths: Readonly<Record<string, string>>;
  readonly input_template: string;
}
const transformers = eventNames.map((name) => {
  const target = rulesOn(name).aws_cloudwatch_event_target?.[name];
  return [name, target?.input_transformer as Transformer] as const;
});

test.each(transformers)("the message of %s is quoted text that uses every variable and no other", (_, transformer) => {
  const lines = transformer.input_template.split("\n");
  expect(lines.filter((line) => !/^"[^"]+"$/.test(line))).toEqual([]);
  const used = [...transformer.input_template.matchAll(/<([a-z]+)>/g)].map(([, name]) => name);
  expect([...new Set(used)].sort()).toEqual(Object.keys(transformer.input_paths).sort());
});

test("a failure reads as a sentence and the image", () => {
  expect(rulesOn("failed").aws_cloudwatch_event_target?.failed?.input_transformer).toEqual({
    input_paths: {
      account: "$.account",
      region: "$.region",
      image: "$.resources[0]",
      before: "$.detail.previous-state.status",
    },
    input_template:
      '"A build of Image Builder in <region> of account <account> has failed; it was <before> before."\n"<image>"',
  });
});
