import { resolved, valueAt } from "../../../../../sandbox/imagebuilder/builds/workflows/scope";

const scope = {
  parameters: { topic: "arn:topic", list: ["a", "b"] },
  stepOutputs: { Copy: { images: [{ region: "us-east-1" }] } },
};

test.each<[string, unknown]>([
  ["$.parameters.topic", "arn:topic"],
  ["$.parameters.list[1]", "b"],
  ["$.stepOutputs.Copy.images[0].region", "us-east-1"],
  ["$.stepOutputs.Launch.instanceId", undefined],
  ["$.parameters.topic.deeper", undefined],
])("%s leads to %j", (path, value) => {
  expect(valueAt(path, scope)).toEqual(value);
});

test("inputs hold what their paths lead to, at any depth, and texts what stands in them", () => {
  const inputs = {
    "snsTopicArn.$": "$.parameters.topic",
    payload: "for {{ $.parameters.topic }}",
    "input.$": '{"topic": "{{ $.parameters.topic }}"}',
    commands: [{ "names.$": "$.parameters.list" }, "plain", 3, null],
    "topics.$": ["$.parameters.topic", "not {{ $.parameters.topic }}"],
  };
  expect(resolved(inputs, scope)).toEqual({
    snsTopicArn: "arn:topic",
    payload: "for arn:topic",
    input: '{"topic": "arn:topic"}',
    commands: [{ names: ["a", "b"] }, "plain", 3, null],
    topics: ["arn:topic", "not arn:topic"],
  });
});
