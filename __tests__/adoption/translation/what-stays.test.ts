import type { ResourceInstance } from "../../../src/adoption/state/state";
import { whatStays } from "../../../src/adoption/translation/what-stays";
import type { Value } from "../../../src/review/plan/value";

function instance(type: string, attributes: Value): ResourceInstance {
  return { address: `${type}.x`, module: "", type, name: "x", provider: "hashicorp/aws", attributes, sensitive: [] };
}

test("a key and a group of somebody's own are told by what definitions name them", () => {
  const key = "arn:aws:kms:eu-west-1:123456789012:key/5cabbc91-4a69-4190-8205-8928d0c9a6d0";
  const group = { arn: "arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123", id: "sg-0123" };
  const told = whatStays([instance("aws_kms_key", { arn: key }), instance("aws_security_group", group)]);
  expect(told).toStrictEqual([
    { about: "aws_kms_key.x", says: `this project creates no key but its own; definitions name this one, ${key}` },
    {
      about: "aws_security_group.x",
      says: "this project creates a group with each rule as a separate resource; definitions name this one, sg-0123",
    },
  ]);
});

test("a log group of builds is told, and no other", () => {
  const group = (name: string) => instance("aws_cloudwatch_log_group", { arn: `arn:aws:logs:a:1:log-group:${name}` });
  expect(whatStays([group("/aws/imagebuilder/web"), group("/aws/lambda/web")])).toStrictEqual([
    {
      about: "aws_cloudwatch_log_group.x",
      says: "this project creates the log groups of all recipes and pipelines or none",
    },
  ]);
});

test("nothing is told of what has no place here at all", () => {
  expect(whatStays([instance("aws_vpc", { id: "vpc-0123" })])).toStrictEqual([]);
});
