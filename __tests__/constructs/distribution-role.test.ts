import { DistributionRole, type DistributionRoleProps } from "../../src/constructs/distribution-role";
import { resourcesOf } from "../helpers/synthesised";

const required: DistributionRoleProps = {
  partition: "aws",
  builders: ["123456789012", "999988887777"],
  builderRoles: ["arn:aws:iam::123456789012:role/one", "arn:aws:iam::999988887777:role/other"],
  kmsKeys: [],
  launchTemplates: [],
  ssmParameters: [],
};
const roleWith = (props: Partial<DistributionRoleProps>) =>
  resourcesOf((stack) => new DistributionRole(stack, "role", { ...required, ...props }));
const statementsOf = (props: Partial<DistributionRoleProps>) =>
  (JSON.parse(String(roleWith(props).aws_iam_role_policy?.distribution?.policy)) as { Statement: object[] }).Statement;

test("with required props, it lets the builders' roles in for what every distribution takes, and has no policy of its own", () => {
  const resources = roleWith({});
  expect(resources.aws_iam_role?.distribution?.name).toBe("EC2ImageBuilderDistributionCrossAccountRole");
  expect(JSON.parse(String(resources.aws_iam_role?.distribution?.assume_role_policy))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::123456789012:root", "arn:aws:iam::999988887777:root"] },
        Action: "sts:AssumeRole",
        Condition: {
          ArnEquals: {
            "aws:PrincipalArn": ["arn:aws:iam::123456789012:role/one", "arn:aws:iam::999988887777:role/other"],
          },
        },
      },
    ],
  });
  expect(resources.aws_iam_role_policy_attachment?.distribution?.policy_arn).toBe(
    "arn:aws:iam::aws:policy/Ec2ImageBuilderCrossAccountDistributionAccess",
  );
  expect(resources).not.toHaveProperty("aws_iam_role_policy");
});

test("it uses the keys that are listed, and lets AWS resources alone use them further", () => {
  const kmsKeys = ["arn:aws:kms:us-east-1:123456789012:key/1"];
  expect(statementsOf({ kmsKeys })).toEqual([
    {
      Sid: "UseKeys",
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: kmsKeys,
    },
    {
      Sid: "LetSnapshotsUseKeys",
      Effect: "Allow",
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Resource: kmsKeys,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ]);
});

test("only what EC2 cannot tie to a launch template is open to all of them", () => {
  const launchTemplates = ["arn:aws:ec2:us-east-1:111122223333:launch-template/lt-1"];
  expect(statementsOf({ launchTemplates })).toMatchObject([
    { Action: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"], Resource: launchTemplates },
    {
      Action: "ec2:CreateTags",
      Resource: launchTemplates,
      Condition: { StringEquals: { "aws:RequestTag/CreatedBy": "EC2 Image Builder" } },
    },
    { Action: "ec2:DescribeLaunchTemplates", Resource: "*" },
  ]);
});

test("it writes the SSM parameters that builders name", () => {
  const ssmParameters = ["arn:aws:ssm:us-east-1:111122223333:parameter/golden/base"];
  expect(statementsOf({ ssmParameters })).toEqual([
    { Sid: "WriteAmiIds", Effect: "Allow", Action: "ssm:PutParameter", Resource: ssmParameters },
  ]);
});

test("in GovCloud, its ARNs are GovCloud's", () => {
  const resources = roleWith({ partition: "aws-us-gov" });
  expect(resources.aws_iam_role?.distribution?.assume_role_policy).toContain("arn:aws-us-gov:iam::123456789012:root");
  expect(resources.aws_iam_role_policy_attachment?.distribution?.policy_arn).toMatch(/^arn:aws-us-gov:/);
});
