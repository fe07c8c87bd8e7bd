import type { Place } from "../../src/aws/place";
import { ExecutionRole, type ExecutionRoleProps, ssmParameters } from "../../src/constructs/execution-role";
import type { Image } from "../../src/factory/built";
import type { Distribution } from "../../src/factory/distribution";
import type { RecipeParent } from "../../src/model/recipe-parent";
import { plainRole, resourcesOf } from "../helpers/synthesised";

const place: Place = { partition: "aws", region: "us-east-1", account: "123456789012" };
const required: ExecutionRoleProps = {
  name: "image-factory-execution",
  place,
  role: { create: true, policies: [], ...plainRole },
  parameters: { written: [], read: [] },
  fastLaunch: false,
};
const roleWith = (props: Partial<ExecutionRoleProps>) =>
  resourcesOf((stack) => new ExecutionRole(stack, "execution", { ...required, ...props }));
const statementsOf = (props: Partial<ExecutionRoleProps>) =>
  (JSON.parse(String(roleWith(props).aws_iam_role_policy?.execution?.policy)) as { Statement: { Sid: string }[] })
    .Statement;

test("with required props, Image Builder assumes it for this account, with what its service-linked role may do", () => {
  const resources = roleWith({});
  expect(JSON.parse(String(resources.aws_iam_role?.execution?.assume_role_policy))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "imagebuilder.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ],
  });
  expect(resources).not.toHaveProperty("aws_iam_role_policy_attachment");
  const statements = statementsOf({});
  expect(statements).toContainEqual({
    Sid: "EndOwnInstances",
    Effect: "Allow",
    Action: ["ec2:StartInstances", "ec2:StopInstances", "ec2:TerminateInstances"],
    Resource: "*",
    Condition: { StringEquals: { "aws:ResourceTag/CreatedBy": "EC2 Image Builder" } },
  });
  expect(statements.map(({ Sid }) => Sid)).not.toContain("WriteParameters");
});

test("has room in what IAM takes of inline policies, and each statement has a name of its own", () => {
  const statements = statementsOf({});
  expect(JSON.stringify(statements).length).toBeLessThan(9500);
  expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
});

test("with all props, it has the parameters by name, passes the build role alone, and has more policies", () => {
  const written = ["arn:aws:ssm:us-east-1:123456789012:parameter/images/base"];
  const read = ["arn:aws:ssm:us-east-1:123456789012:parameter/parents/base"];
  const buildRoleArn = "arn:aws:iam::123456789012:role/build";
  expect(statementsOf({ parameters: { written, read }, buildRoleArn })).toEqual(
    expect.arrayContaining([
      { Sid: "WriteParameters", Effect: "Allow", Action: ["ssm:PutParameter"], Resource: written },
      {
        Sid: "ReadParameters",
        Effect: "Allow",
        Action: ["ssm:GetParameter"],
        Resource: ["arn:aws:ssm:*::parameter/aws/service/*", ...read],
      },
      {
        Sid: "PassBuildRole",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: buildRoleArn,
        Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
      },
    ]),
  );
  const policies = ["arn:aws:iam::123456789012:policy/invoke-approval"];
  expect(roleWith({ role: { create: true, policies, ...plainRole } }).aws_iam_role_policy_attachment).toHaveProperty(
    "execution-invoke-approval.policy_arn",
    policies[0],
  );
});

test("where a pipeline sets up Fast Launch, it has the policy that EC2 asks for, in its partition", () => {
  expect(roleWith({ fastLaunch: true }).aws_iam_role_policy_attachment).toEqual({
    "execution-EC2FastLaunchFullAccess": {
      role: "${aws_iam_role.execution.name}",
      policy_arn: "arn:aws:iam::aws:policy/EC2FastLaunchFullAccess",
    },
  });
  const china: Place = { ...place, partition: "aws-cn", region: "cn-north-1" };
  expect(JSON.stringify(roleWith({ fastLaunch: true, place: china }))).toContain(
    "arn:aws-cn:iam::aws:policy/EC2FastLaunchFullAccess",
  );
});

test("it starts and tags the pipelines of its account and region, as the service-linked role does", () => {
  expect(statementsOf({})).toContainEqual({
    Sid: "StartOwnPipelines",
    Effect: "Allow",
    Action: ["imagebuilder:StartImagePipelineExecution", "imagebuilder:TagResource"],
    Resource: "arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/*",
  });
});

test.each([
  ["the key", "arn:aws:kms:us-east-1:123456789012:key/1", "arn:aws:kms:us-east-1:123456789012:key/1", undefined],
  [
    "an alias of it",
    "arn:aws:kms:us-east-1:123456789012:alias/topics/images",
    "arn:aws:kms:us-east-1:123456789012:key/*",
    { "kms:ResourceAliases": "alias/topics/images" },
  ],
])("it publishes to an encrypted topic, which is given by %s", (_how, topicKey, resource, aliases) => {
  expect(statementsOf({ topicKey })).toContainEqual({
    Sid: "UseKeyOfTopic",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: resource,
    Condition: {
      StringEquals: { "kms:ViaService": "sns.us-east-1.amazonaws.com" },
      ...(aliases === undefined ? {} : { "ForAnyValue:StringEquals": aliases }),
    },
  });
});

test("in China, EC2 is known by both of its names, and ARNs are of its partition", () => {
  const china: Place = { ...place, partition: "aws-cn", region: "cn-north-1" };
  const statements = statementsOf({ place: china });
  expect(statements).toContainEqual(
    expect.objectContaining({
      Sid: "PassBuildRole",
      Condition: { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] } },
    }),
  );
  expect(JSON.stringify(statements)).not.toContain("arn:aws:");
});

test("a given role is left alone", () => {
  const role = { arn: "arn:aws:iam::123456789012:role/ours", policies: [], ...plainRole };
  let created: ExecutionRole | undefined;
  expect(
    resourcesOf((stack) => {
      created = new ExecutionRole(stack, "execution", { ...required, role });
    }),
  ).toEqual({});
  expect(created).toMatchObject({ arn: role.arn, permissions: [] });
});

describe("the parameters of images", () => {
  type Target = Pick<Distribution, "region" | "ssmParameters">;
  const imageThat = (needsExecutionRole: boolean, parent: RecipeParent, targets: Target[]) =>
    ({
      recipe: { parent },
      pipelines: [{ settings: { needsExecutionRole, distribution: { targets } } }],
    }) as unknown as Image;
  const image = (parent: RecipeParent, ...targets: Target[]) => imageThat(true, parent, targets);
  const ami: RecipeParent = { from: "ami", ami: "ami-12345678" };
  const named = (name: string, account?: string) => ({ name, account, dataType: "text" as const });

  test("are written in the regions of their distributions, whether or not a name starts with a slash", () => {
    const distributed = image(
      ami,
      { region: "us-east-1", ssmParameters: [named("/images/base"), named("base", place.account)] },
      { region: "eu-west-1", ssmParameters: [named("/images/base")] },
    );
    expect(ssmParameters([distributed], place)).toEqual({
      written: [
        "arn:aws:ssm:eu-west-1:123456789012:parameter/images/base",
        "arn:aws:ssm:us-east-1:123456789012:parameter/base",
        "arn:aws:ssm:us-east-1:123456789012:parameter/images/base",
      ],
      read: [],
    });
  });

  test("of other accounts are not this role's", () => {
    const distributed = image(ami, {
      region: "us-east-1",
      ssmParameters: [named("/images/base", "111122223333")],
    });
    expect(ssmParameters([distributed], place).written).toEqual([]);
  });

  test("are read where they hold a parent, unless they are public", () => {
    const shared = "arn:aws:ssm:us-east-1:111122223333:parameter/shared/base";
    const byName = ["/parents/base", "parent", "/aws/service/ami", "/imagebuilder/base"];
    const byArn = [shared, "arn:aws:ssm:us-east-1::parameter/aws/service/ami"];
    const parents = [...byName, ...byArn].map((parameter): RecipeParent => ({ from: "ssm", parameter }));
    const images = [...parents, { from: "arn", arn: "arn:aws:imagebuilder:x" } as const].map((parent) => image(parent));
    expect(ssmParameters(images, place).read).toEqual([
      shared,
      "arn:aws:ssm:us-east-1:123456789012:parameter/imagebuilder/base",
      "arn:aws:ssm:us-east-1:123456789012:parameter/parent",
      "arn:aws:ssm:us-east-1:123456789012:parameter/parents/base",
    ]);
  });

  test("of pipelines that work as the service-linked role are not this role's", () => {
    const own = imageThat(false, { from: "ssm", parameter: "/imagebuilder/base" }, []);
    expect(ssmParameters([own], place)).toEqual({ written: [], read: [] });
  });
});
