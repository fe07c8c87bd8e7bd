import type { Place } from "../../src/aws/place";
import { LifecycleRole } from "../../src/constructs/lifecycle-role";
import type { ServiceRole } from "../../src/definitions/schema/lifecycle";
import { plainRole, resourcesOf } from "../helpers/synthesised";

const place: Place = { partition: "aws-us-gov", region: "us-gov-west-1", account: "123456789012" };
const roleWith = (role: ServiceRole) =>
  resourcesOf((stack) => new LifecycleRole(stack, "lifecycle", { name: "image-factory-lifecycle", place, role }));

test("Image Builder assumes it, for this account where it says for which", () => {
  const role = roleWith({ create: true, policies: [], ...plainRole }).aws_iam_role?.lifecycle;
  expect(role).toMatchObject({ name: "image-factory-lifecycle" });
  expect(JSON.parse(String(role?.assume_role_policy))).toMatchObject({
    Statement: [
      {
        Principal: { Service: "imagebuilder.amazonaws.com" },
        Condition: { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } },
      },
    ],
  });
});

test("it has AWS's policy of its partition and those that are asked for, and none of its own", () => {
  const policies = ["arn:aws-us-gov:iam::123456789012:policy/more"];
  const resources = roleWith({ create: true, policies, ...plainRole });
  expect(Object.values(resources.aws_iam_role_policy_attachment ?? {}).map(({ policy_arn }) => policy_arn)).toEqual([
    "arn:aws-us-gov:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy",
    "arn:aws-us-gov:iam::123456789012:policy/more",
  ]);
  expect(resources).not.toHaveProperty("aws_iam_role_policy");
});

test("a given role is left alone", () => {
  expect(roleWith({ arn: "arn:aws-us-gov:iam::123456789012:role/ours", policies: [], ...plainRole })).toEqual({});
});

test.each([
  ["a name that Terraform takes", ["arn:aws:iam::123456789012:policy/more_1-A"], [/^lifecycle-more_1-A$/]],
  [
    "a name with what IAM alone takes",
    ["arn:aws:iam::123456789012:policy/a.b+c=d,e@f"],
    [/^lifecycle-a_b_c_d_e_f-[0-9a-f]{8}$/],
  ],
  [
    "two names that come out as one",
    ["arn:aws:iam::123456789012:policy/a.b", "arn:aws:iam::123456789012:policy/a@b"],
    [/^lifecycle-a_b-[0-9a-f]{8}$/, /^lifecycle-a_b-[0-9a-f]{8}$/],
  ],
  [
    "one name at two paths",
    ["arn:aws:iam::123456789012:policy/a", "arn:aws:iam::123456789012:policy/team/a"],
    [/^lifecycle-a$/, /^lifecycle-a-[0-9a-f]{8}$/],
  ],
])("each policy has an address of its own: %s", (_title, policies, addresses) => {
  const attachments = roleWith({ create: true, policies, ...plainRole }).aws_iam_role_policy_attachment ?? {};
  const [, ...added] = Object.entries(attachments);
  expect(added.map(([, { policy_arn }]) => policy_arn)).toEqual(policies);
  expect(added.map(([address]) => address)).toEqual(
    addresses.map((address) => expect.stringMatching(address) as unknown),
  );
});

test("others assume it whom the environment lets in, besides", () => {
  const trust = [
    {
      effect: "Allow" as const,
      principals: { AWS: ["arn:aws-us-gov:iam::123456789012:role/operators"] },
      actions: ["sts:AssumeRole"],
      conditions: { StringEquals: { "sts:ExternalId": "${images}" } },
    },
  ];
  const role = roleWith({ create: true, policies: [], ...plainRole, trust }).aws_iam_role?.lifecycle;
  const { Statement } = JSON.parse(String(role?.assume_role_policy)) as { Statement: unknown[] };
  expect(Statement).toHaveLength(2);
  expect(Statement[1]).toEqual({
    Effect: "Allow",
    Principal: { AWS: ["arn:aws-us-gov:iam::123456789012:role/operators"] },
    Action: ["sts:AssumeRole"],
    Condition: { StringEquals: { "sts:ExternalId": "$${images}" } },
  });
});
