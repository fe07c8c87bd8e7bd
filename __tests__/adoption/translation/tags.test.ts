import { noCode } from "../../../src/adoption/code/terraform-code";
import type { ResourceInstance } from "../../../src/adoption/state/state";
import { commonTags } from "../../../src/adoption/translation/tags";
import type { Value } from "../../../src/review/plan/value";

function instance(name: string, attributes: Value, alias?: string): ResourceInstance {
  return {
    address: `aws_s3_object.${name}`,
    module: "",
    type: "aws_s3_object",
    name,
    provider: "hashicorp/aws",
    ...(alias === undefined ? {} : { configuredBy: { module: "", alias } }),
    attributes,
    sensitive: [],
  };
}

const team = { team: "images" };
const both = [
  instance("one", { tags: { a: "1" }, tags_all: { a: "1", ...team } }),
  instance("other", { tags: {}, tags_all: team }),
];

test("what all resources have is common", () => {
  expect(commonTags(both, noCode)).toStrictEqual(team);
});

test("nothing is, of a single resource", () => {
  expect(commonTags(both.slice(0, 1), noCode)).toStrictEqual({});
});

test.each([
  ["that overrides what the provider adds", instance("object", { override_provider: [{}], tags_all: {} })],
  ["of another configuration of the provider", instance("elsewhere", { tags_all: {} }, "dublin")],
  ["that has no tags", instance("alias", { name: "alias/images" })],
])("a resource %s does not change it", (_what, further) => {
  expect(commonTags([...both, further], noCode)).toStrictEqual(team);
});

test("where no resource has the default configuration, all tell it", () => {
  const elsewhere = both.map(({ name, attributes }) => instance(name, attributes, "dublin"));
  expect(commonTags(elsewhere, noCode)).toStrictEqual(team);
});

test("the default tags of the old code are texts, whatever they are written as", () => {
  const tags = { team: "images", CostCenter: 42, Managed: true, Owner: null };
  const code = { ...noCode, provider: { default_tags: [{ tags }] } };
  expect(commonTags([], code)).toStrictEqual({ team: "images", CostCenter: "42", Managed: "true" });
});
