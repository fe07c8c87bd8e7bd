import { oldOutputs } from "../../src/adoption/old-outputs";
import type { ResourceInstance } from "../../src/adoption/state/state";
import type { Value } from "../../src/review/plan/value";

const arn = (name: string) => `arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/${name}`;
const pipeline = (name: string): ResourceInstance => ({
  address: `module.images.aws_imagebuilder_image_pipeline.this["${name}"]`,
  module: "module.images",
  type: "aws_imagebuilder_image_pipeline",
  name: "this",
  key: name,
  provider: "hashicorp/aws",
  attributes: { arn: arn(name) },
  sensitive: [],
});
const found = new Map(["web", "cron"].map((name) => [`aws_imagebuilder_image_pipeline.${name}`, pipeline(name)]));

test("outputs of ARNs that the stack holds stay, in whatever they are", () => {
  const outputs = { one: arn("web"), all: { web: arn("web"), "${x}": [arn("cron")] } };
  const { file = "", lost } = oldOutputs(outputs, found, new Map());
  expect(JSON.parse(file)).toStrictEqual({
    output: {
      one: { value: "${aws_imagebuilder_image_pipeline.web.arn}" },
      all: {
        value: {
          web: "${aws_imagebuilder_image_pipeline.web.arn}",
          "$${x}": ["${aws_imagebuilder_image_pipeline.cron.arn}"],
        },
      },
    },
  });
  expect(lost).toStrictEqual([]);
});

test.each([
  ["something else beside ARNs", [arn("web"), "1.0.0"]],
  ["the ARN of what is not taken over", arn("other")],
  ["a number", 3],
  ["nothing", null],
])("one with %s is lost", (_what, value) => {
  expect(oldOutputs({ old: value }, found, new Map())).toStrictEqual({ file: undefined, lost: ["old"] });
});

test("one that the stack has itself is lost, unless it is the same", () => {
  const outputs = { pipelines: { web: arn("web") }, arns: arn("web") };
  const own = new Map<string, Value>([
    ["pipelines", { web: arn("web") }],
    ["arns", { web: arn("web") }],
  ]);
  expect(oldOutputs(outputs, found, own)).toStrictEqual({ file: undefined, lost: ["arns"] });
});
