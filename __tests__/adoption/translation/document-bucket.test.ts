import type { ResourceInstance } from "../../../src/adoption/state/state";
import { documentBucketOf } from "../../../src/adoption/translation/document-bucket";
import type { Value } from "../../../src/review/plan/value";

const place = { account: "123456789012", region: "eu-west-1", partition: "aws" } as const;
const own = "ec2imagebuilder-team-123456789012-eu-west-1";
const sha256 = "0".repeat(64);

function instance(type: string, attributes: Value): ResourceInstance {
  return { address: `${type}.x`, module: "", type, name: "x", provider: "hashicorp/aws", attributes, sensitive: [] };
}
const component = (attributes: Value) => instance("aws_imagebuilder_component", attributes);
const bucket = (name: string) => instance("aws_s3_bucket", { bucket: name });

test("texts lie where most of them do", () => {
  const from = (uri: string) => component({ uri, data: "…" });
  const all = [from("s3://old/a.yaml"), from("s3://new/b.yaml"), from("s3://new/c.yaml"), component({ data: "…" })];
  expect(documentBucketOf(all, place)).toStrictEqual({ bucket: "new", prefix: undefined });
});

test.each([
  ["golden/v1", `s3://docs/golden/v1/components/linux-agent/${sha256}.yaml`],
  [undefined, `s3://docs/components/linux-agent/${sha256}.yaml`],
  [undefined, "s3://docs/golden/components/linux-agent/1.yaml"],
])("what this project has put there tells the prefix %s", (prefix, uri) => {
  expect(documentBucketOf([component({ uri })], place)).toStrictEqual({ bucket: "docs", prefix });
});

test("all of them inline stay so, beside the bucket that this project has created for larger ones", () => {
  const inline = component({ data: "…" });
  expect(documentBucketOf([inline, bucket("logs")], place)).toStrictEqual({ bucket: undefined, inline: true });
  expect(documentBucketOf([inline, bucket("logs"), bucket(own)], place)).toStrictEqual({ bucket: own, inline: true });
});

test("without texts nothing is known", () => {
  expect(documentBucketOf([bucket(own)], place)).toStrictEqual({ bucket: undefined, prefix: undefined });
});
