import { AwsProvider } from "@cdktf/provider-aws/lib/provider";

import type { Place } from "../../src/aws/place";
import { KmsKey, type KmsKeyProps } from "../../src/constructs/kms-key";
import type { CreatedKeys } from "../../src/factory/image-factory";
import { resourcesOf } from "../helpers/synthesised";

const place: Place = { partition: "aws", region: "us-east-1", account: "123456789012" };
const nobody: CreatedKeys["sharedWith"] = { accounts: [], organizations: [], organizationalUnits: [] };
const required: CreatedKeys = {
  alias: "images",
  deletionDays: 30,
  regions: ["us-east-1"],
  sharedWith: nobody,
  users: [],
  administrators: [],
  statements: [],
};

interface Statement {
  readonly Sid: string;
  readonly Principal: unknown;
  readonly Action: string | string[];
  readonly Condition?: unknown;
}
const keyWith = (keys: Partial<CreatedKeys>, props: Partial<KmsKeyProps> = {}) =>
  resourcesOf((stack) => new KmsKey(stack, "key", { keys: { ...required, ...keys }, place, ...props }));
const statementsOf = (keys: Partial<CreatedKeys>, props: Partial<KmsKeyProps> = {}) => {
  const { region } = props.place ?? place;
  const key = keyWith(keys, props).aws_kms_key?.[`images-${region}`];
  return (JSON.parse(String(key?.policy)) as { Statement: Statement[] }).Statement;
};
const sidsOf = (keys: Partial<CreatedKeys>) => statementsOf(keys).map(({ Sid }) => Sid);

test("a key is rotated, stays a while after it was destroyed, and has an alias", () => {
  const resources = keyWith({ deletionDays: 14 });
  expect(resources.aws_kms_key?.["images-us-east-1"]).toMatchObject({
    enable_key_rotation: true,
    deletion_window_in_days: 14,
  });
  expect(resources.aws_kms_alias).toEqual({
    "images-us-east-1": { name: "alias/images", target_key_id: "${aws_kms_key.images-us-east-1.key_id}" },
  });
});

test("keys of several regions live in one stack, each with the provider of its region", () => {
  const resources = resourcesOf((stack) => {
    const provider = new AwsProvider(stack, "eu-central-1", { alias: "eu-central-1", region: "eu-central-1" });
    new KmsKey(stack, "us", { keys: required, place });
    new KmsKey(stack, "eu", { keys: required, place: { ...place, region: "eu-central-1" }, provider });
  });
  expect(Object.keys(resources.aws_kms_key ?? {})).toEqual(["images-eu-central-1", "images-us-east-1"]);
  expect(resources.aws_kms_key?.["images-eu-central-1"]).toMatchObject({ provider: "aws.eu-central-1" });
  expect(resources.aws_kms_alias?.["images-eu-central-1"]).toMatchObject({ provider: "aws.eu-central-1" });
  expect(resources.aws_kms_key?.["images-us-east-1"]).not.toHaveProperty("provider");
});

test("shared with nobody, it is the account's alone: administered by it, used through EC2", () => {
  expect(statementsOf({})).toEqual([
    {
      Sid: "AdministerByAccount",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "UseThroughEc2",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ReEncrypt*",
        "kms:CreateGrant",
      ],
      Resource: "*",
      Condition: {
        StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "ec2.us-east-1.amazonaws.com" },
      },
    },
  ]);
});

test("accounts use it, and grant it to resources of AWS and to their Auto Scaling alone", () => {
  const statements = statementsOf({ sharedWith: { ...nobody, accounts: ["111122223333", "444455556666"] } });
  const Principal = { AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] };
  expect(statements.slice(2)).toMatchObject([
    { Sid: "UseByAccounts", Principal },
    {
      Sid: "GrantToResourcesByAccounts",
      Principal,
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      Sid: "GrantToAutoScalingByAccounts",
      Principal,
      Action: ["kms:CreateGrant"],
      Condition: {
        StringLike: {
          "kms:GranteePrincipal":
            "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*",
        },
      },
    },
  ]);
  expect(statements[2]).not.toHaveProperty("Condition");
});

test("the account itself is not named twice", () => {
  expect(sidsOf({ sharedWith: { ...nobody, accounts: ["123456789012"] } })).toEqual([
    "AdministerByAccount",
    "UseThroughEc2",
  ]);
});

test("organizations are told by their id, organizational units by their path at any depth", () => {
  const statements = statementsOf({
    sharedWith: {
      accounts: [],
      organizations: ["arn:aws:organizations::123456789012:organization/o-aaaaaaaaaa"],
      organizationalUnits: ["arn:aws:organizations::123456789012:ou/o-bbbbbbbbbb/ou-root-cccccccc"],
    },
  });
  const organization = { "aws:PrincipalOrgID": ["o-aaaaaaaaaa"] };
  const unit = { "aws:PrincipalOrgPaths": ["o-bbbbbbbbbb/*/ou-root-cccccccc/*"] };
  expect(statements.slice(2)).toMatchObject([
    { Sid: "UseByOrganizations", Principal: { AWS: "*" }, Condition: { StringEquals: organization } },
    {
      Sid: "GrantToResourcesByOrganizations",
      Condition: { StringEquals: organization, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    { Sid: "UseByOrganizationalUnits", Condition: { "ForAnyValue:StringLike": unit } },
    { Sid: "GrantToResourcesByOrganizationalUnits", Condition: { "ForAnyValue:StringLike": unit } },
    { Sid: "GrantToAutoScalingByOrganizations", Condition: { StringEquals: organization } },
    { Sid: "GrantToAutoScalingByOrganizationalUnits", Condition: { "ForAnyValue:StringLike": unit } },
  ]);
});

test("nobody is let in without a condition unless by name", () => {
  const statements = statementsOf({
    users: ["arn:aws:iam::123456789012:role/deployer"],
    sharedWith: {
      accounts: ["111122223333"],
      organizations: ["arn:aws:organizations::123456789012:organization/o-aaaaaaaaaa"],
      organizationalUnits: ["arn:aws:organizations::123456789012:ou/o-bbbbbbbbbb/ou-root-cccccccc"],
    },
  });
  const open = statements.filter(({ Principal }) => JSON.stringify(Principal).includes('"*"'));
  expect(open.length).toBeGreaterThan(1);
  expect(open.filter(({ Condition }) => Condition === undefined)).toEqual([]);
});

test("roles use it and grant it to resources of AWS", () => {
  const users = ["arn:aws:iam::123456789012:role/deployer"];
  expect(statementsOf({ users }).slice(2)).toMatchObject([
    { Sid: "UseByRoles", Principal: { AWS: users } },
    { Sid: "GrantToResourcesByRoles", Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } },
  ]);
});

test("in China, EC2 is known by both of its names", () => {
  const china: Place = { partition: "aws-cn", region: "cn-north-1", account: "123456789012" };
  expect(statementsOf({}, { place: china })).toMatchObject([
    { Principal: { AWS: "arn:aws-cn:iam::123456789012:root" } },
    {
      Condition: {
        StringEquals: { "kms:ViaService": ["ec2.cn-north-1.amazonaws.com", "ec2.cn-north-1.amazonaws.com.cn"] },
      },
    },
  ]);
});

test("administrators and what the environment says come on top", () => {
  const administrators = ["arn:aws:iam::123456789012:role/keys"];
  const statements: CreatedKeys["statements"] = [
    { sid: "Audit", effect: "Allow", principals: { AWS: ["444455556666"] }, actions: ["kms:DescribeKey"] },
  ];
  const said = statementsOf({ administrators, statements });
  expect(said.map(({ Sid }) => Sid)).toEqual(["AdministerByAccount", "UseThroughEc2", "AdministerByRoles", "Audit"]);
  expect(said[2]).toMatchObject({ Principal: { AWS: administrators } });
  expect(said[3]).toEqual({
    Sid: "Audit",
    Effect: "Allow",
    Principal: { AWS: ["444455556666"] },
    Action: ["kms:DescribeKey"],
    Resource: "*",
  });
});
