import { canBeCreatedAgain, importId, lookUp, type PlannedCreate } from "../../../src/cli/recover/import-ids";

const place = { partition: "aws", region: "eu-west-1", account: "123456789012" } as const;
const planned = (type: string, values: Record<string, unknown>, name = "a"): PlannedCreate => ({
  address: `${type}.${name}`,
  type,
  name,
  provider: "aws",
  values,
});

test.each([
  [
    "aws_imagebuilder_component",
    { name: "linux-a", version: "1.0.3" },
    "arn:aws:imagebuilder:eu-west-1:123456789012:component/linux-a/1.0.3/1",
  ],
  [
    "aws_imagebuilder_workflow",
    { type: "BUILD", name: "b", version: "1.0.0" },
    "arn:aws:imagebuilder:eu-west-1:123456789012:workflow/build/b/1.0.0/1",
  ],
  [
    "aws_imagebuilder_container_recipe",
    { name: "app", version: "1.2.3" },
    "arn:aws:imagebuilder:eu-west-1:123456789012:container-recipe/app/1.2.3",
  ],
  ["aws_imagebuilder_image_pipeline", { name: "p" }, "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/p"],
  [
    "aws_imagebuilder_lifecycle_policy",
    { name: "old-images" },
    "arn:aws:imagebuilder:eu-west-1:123456789012:lifecycle-policy/old-images",
  ],
  ["aws_s3_bucket_versioning", { bucket: "files" }, "files"],
  ["aws_s3_object", { bucket: "files", key: "a/b.yaml" }, "files/a/b.yaml"],
  ["aws_iam_role_policy", { role: "build", name: "logs" }, "build:logs"],
  [
    "aws_iam_role_policy_attachment",
    { role: "build", policy_arn: "arn:aws:iam::aws:policy/X" },
    "build/arn:aws:iam::aws:policy/X",
  ],
  ["aws_cloudwatch_event_target", { rule: "r", target_id: "t" }, "r/t"],
  ["aws_sns_topic", { name: "images" }, "arn:aws:sns:eu-west-1:123456789012:images"],
])("%s is imported by what it is called", (type, values, id) => {
  expect(importId(planned(type, values), place)).toBe(id);
});

test.each([
  ["an attribute that is not known yet", "aws_sns_topic_policy", {}],
  ["a kind whose id is AWS's own", "aws_vpc", { cidr_block: "10.0.0.0/16" }],
])("%s gives no id", (_title, type, values) => {
  expect(importId(planned(type, values), place)).toBeUndefined();
});

test("a key is looked up by its alias, a group and a launch template by their names", () => {
  const alias = planned("aws_kms_alias", { name: "alias/images" }, "images-eu-west-1");
  const key = planned("aws_kms_key", {}, "images-eu-west-1");
  expect(lookUp(key, [key, alias])).toEqual({
    dataSource: "aws_kms_alias",
    arguments: { name: "alias/images" },
    id: "target_key_id",
  });
  expect(lookUp(key, [key])).toBeUndefined();
  expect(lookUp(planned("aws_launch_template", { name: "web" }), [])?.arguments).toEqual({ name: "web" });
  expect(lookUp(planned("aws_security_group", { name: "build", vpc_id: "vpc-1" }), [])?.arguments).toEqual({
    filter: [
      { name: "group-name", values: ["build"] },
      { name: "vpc-id", values: ["vpc-1"] },
    ],
  });
});

test("what AWS makes once however often it is asked need not be found", () => {
  expect(canBeCreatedAgain(planned("aws_sns_topic_subscription", {}))).toBe(true);
  expect(canBeCreatedAgain(planned("aws_s3_bucket", {}))).toBe(false);
});
