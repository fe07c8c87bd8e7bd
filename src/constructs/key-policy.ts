import type { Place } from "../aws/place";
import { serviceNames } from "../aws/service-names";
import type { CreatedKeys } from "../factory/image-factory";
import { policyDocument } from "./policy-document";
import { keyPolicyStatement } from "./policy-statement";

const USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
const GRANTS = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];

/** Actions of key administrators. Source: KMS Developer Guide, "Default key policy", "Allows key administrators to administer the KMS key". */
const ADMINISTER = [
  ...["Create", "Delete", "Describe", "Disable", "Enable", "Get", "List", "Put", "Revoke", "Update"].map(
    (verb) => `kms:${verb}*`,
  ),
  ...["CancelKeyDeletion", "ScheduleKeyDeletion", "TagResource", "UntagResource"].map((verb) => `kms:${verb}`),
];

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A group of principals that may use the key. */
interface User {
  readonly sid: string;
  readonly principal: object;
  readonly condition?: Condition;
}

/**
 * Returns the policy of a KMS key for images.
 *
 * - The account administers the key and can allow its roles to use it with IAM policies. Image Builder's service-linked role and the execution
 *   role use it that way, through EC2. KMS Developer Guide, "Default key policy".
 * - All principals of the account can use the key through EC2, including service-linked roles such as that of Auto Scaling, as with the key
 *   aws/ebs. The policy does not name Image Builder's service-linked role, because a key policy cannot name a role that does not exist yet, and
 *   AWS creates this role with the first image. KMS Developer Guide, "kms:CallerAccount".
 * - Accounts, organizations and organizational units with which the AMIs are shared or to which they are copied can use the key, if their
 *   own policies also allow it. EC2 User Guide, "Allow organizations and OUs to use a KMS key"; Image Builder User Guide, "Set up cross-account
 *   AMI distribution", whose role in the target account needs these permissions.
 * - Auto Scaling in these accounts needs a grant for its service-linked role, which a principal of the account creates. EC2 Auto Scaling User
 *   Guide, "Required AWS KMS key policy for use with encrypted volumes", example 2.
 * - Administrators and additional statements come from the environment.
 */
export function keyPolicy(keys: CreatedKeys, place: Place): string {
  const { partition, account, region } = place;
  const root = (id: string): string => `arn:${partition}:iam::${id}:root`;
  const sharing = sharedWith(keys, account, root);
  return policyDocument([
    {
      Sid: "AdministerByAccount",
      Effect: "Allow",
      Principal: { AWS: root(account) },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "UseThroughEc2",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: [...USE, "kms:CreateGrant"],
      Resource: "*",
      Condition: {
        StringEquals: {
          "kms:CallerAccount": account,
          "kms:ViaService": serviceNames(partition, `ec2.${region}`),
        },
      },
    },
    ...(keys.administrators.length === 0
      ? []
      : [allow("AdministerByRoles", ADMINISTER, { sid: "", principal: { AWS: keys.administrators } })]),
    ...[...roles(keys), ...sharing].flatMap((user) => [
      allow(`UseBy${user.sid}`, USE, user),
      allow(`GrantToResourcesBy${user.sid}`, GRANTS, user, { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    ]),
    ...sharing.map((user) =>
      allow(`GrantToAutoScalingBy${user.sid}`, ["kms:CreateGrant"], user, {
        StringLike: {
          "kms:GranteePrincipal": `arn:${partition}:iam::*:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*`,
        },
      }),
    ),
    ...keys.statements.map(keyPolicyStatement),
  ]);
}

function roles({ users }: CreatedKeys): User[] {
  return users.length === 0 ? [] : [{ sid: "Roles", principal: { AWS: users } }];
}

function sharedWith({ sharedWith: shared }: CreatedKeys, own: string, root: (account: string) => string): User[] {
  const accounts = shared.accounts.filter((account) => account !== own).map(root);
  const organizations = shared.organizations.map(lastPart);
  const paths = shared.organizationalUnits.map(organizationPath);
  return [
    ...(accounts.length === 0 ? [] : [{ sid: "Accounts", principal: { AWS: accounts } }]),
    ...(organizations.length === 0
      ? []
      : [
          {
            sid: "Organizations",
            principal: { AWS: "*" },
            condition: { StringEquals: { "aws:PrincipalOrgID": organizations } },
          },
        ]),
    ...(paths.length === 0
      ? []
      : [
          {
            sid: "OrganizationalUnits",
            principal: { AWS: "*" },
            condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": paths } },
          },
        ]),
  ];
}

function allow(sid: string, actions: readonly string[], user: User, condition?: Condition): object {
  const conditions = { ...user.condition, ...condition };
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: user.principal,
    Action: actions,
    Resource: "*",
    ...(Object.keys(conditions).length === 0 ? {} : { Condition: conditions }),
  };
}

/** Returns the last part of an ARN: arn:…:organization/o-… → o-… */
function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/**
 * Returns a pattern for an organizational unit at any depth below the root, with everything in it: arn:…:ou/o-…/ou-… → o-…\/*\/ou-…\/*.
 * Source: IAM User Guide, "aws:PrincipalOrgPaths": a path consists of organization, root and units, with a trailing slash.
 */
function organizationPath(arn: string): string {
  const [organization = "", unit = ""] = arn.split("/").slice(-2);
  return `${organization}/*/${unit}/*`;
}
