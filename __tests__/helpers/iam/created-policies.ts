import managed from "../../fixtures/managed-policies.json";
import { many, type Policy } from "./policy";

type Attributes = Readonly<Record<string, unknown>>;
/** Attributes of resources by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

/** A policy that a stack creates, or an AWS managed policy that it attaches to a role. */
export interface CreatedPolicy {
  /** Address of the resource that contains the policy, for example `aws_iam_role_policy.execution`. */
  readonly address: string;
  /** Address of the role, bucket, key or topic to which the policy applies; followed by ` trust` for a role's trust policy. */
  readonly of: string;
  readonly policy: Policy;
  /** True for an AWS managed policy, which the stack only attaches. */
  readonly attached: boolean;
}

const holders: Readonly<Record<string, string>> = {
  aws_s3_bucket_policy: "bucket",
  aws_sns_topic_policy: "arn",
  aws_iam_role_policy: "role",
};
const known = new Map(Object.values(managed.policies).map(({ arn, statements }) => [arn, statements as unknown]));

/** Returns all policies of a stack with their references resolved as after apply. */
export function createdPolicies(resources: Resources): CreatedPolicy[] {
  const parse = (text: unknown): Policy => JSON.parse(applied(String(text))) as Policy;
  const each = (type: string, found: (attributes: Attributes, address: string) => Omit<CreatedPolicy, "address">) =>
    Object.entries(resources[type] ?? {}).map(([name, attributes]) => ({
      address: `${type}.${name}`,
      ...found(attributes, `${type}.${name}`),
    }));
  return [
    ...each("aws_iam_role", (role, address) => ({
      of: `${address} trust`,
      policy: parse(role.assume_role_policy),
      attached: false,
    })),
    ...each("aws_iam_role_policy_attachment", ({ role, policy_arn: arn }) => ({
      of: referred(role),
      policy: { Statement: (known.get(String(arn)) ?? []) as Policy["Statement"] },
      attached: true,
    })),
    ...each("aws_kms_key", ({ policy }, address) => ({ of: address, policy: parse(policy), attached: false })),
    ...Object.entries(holders).flatMap(([type, holder]) =>
      each(type, (attributes) => ({
        of: referred(attributes[holder]),
        policy: parse(attributes.policy),
        attached: false,
      })),
    ),
  ];
}

/** Returns the address in a reference: ${aws_iam_role.build.name} → aws_iam_role.build */
function referred(reference: unknown): string {
  return /^\$\{(\w+\.[\w-]+)\./.exec(String(reference))?.[1] ?? String(reference);
}

/** Replaces references to ARNs, and Terraform's escapes, as an apply does. */
function applied(text: string): string {
  return text
    .replace(/(?<!\$)\$\{(\w+)\.([\w-]+)\.arn\}/g, (_whole, type: string, name: string) => arnOf(type, name))
    .replace(/([$%])\1\{/g, "$1{");
}

/** Returns an example ARN of a resource that Terraform creates. */
export function arnOf(type: string, name: string): string {
  switch (type) {
    case "aws_iam_role":
      return `arn:aws:iam::123456789012:role/${name}`;
    case "aws_sns_topic":
      return `arn:aws:sns:us-east-1:123456789012:${name}`;
    case "aws_launch_template":
      return `arn:aws:ec2:us-east-1:111122223333:launch-template/${name}`;
    default:
      throw new Error(`a policy names the ARN of a ${type}`);
  }
}

/** Returns the ARNs of attached managed policies whose content is unknown here. */
export function unknownManagedPolicies(resources: Resources): string[] {
  return Object.values(resources.aws_iam_role_policy_attachment ?? {})
    .map(({ policy_arn: arn }) => String(arn))
    .filter((arn) => !known.has(arn));
}

/** All policies of a stack, one of them changed: without one statement, or one action, resource or condition key of a statement. */
export interface Mutant {
  /** Name of the change, for example `aws_iam_role_policy.execution: Look without ec2:DescribeTags`. */
  readonly name: string;
  readonly policies: readonly CreatedPolicy[];
}

export function mutantsOf(policies: readonly CreatedPolicy[]): Mutant[] {
  return policies.flatMap((created, at) => {
    const withPolicy = (name: string, replaced: CreatedPolicy | undefined): Mutant => ({
      name: `${created.address}${name}`,
      policies: [...policies.slice(0, at), ...(replaced === undefined ? [] : [replaced]), ...policies.slice(at + 1)],
    });
    // The stack only attaches AWS managed policies, so only the attachment is removed.
    if (created.attached) return [withPolicy("", undefined)];
    const { Statement } = created.policy;
    return Statement.flatMap((statement, index) => {
      const name = statement.Sid ?? `statement ${index + 1}`;
      const withStatement = (what: string, changed?: Policy["Statement"][number]): Mutant =>
        withPolicy(what, {
          ...created,
          policy: {
            ...created.policy,
            Statement: [
              ...Statement.slice(0, index),
              ...(changed === undefined ? [] : [changed]),
              ...Statement.slice(index + 1),
            ],
          },
        });
      const actions = many(statement.Action);
      const places = many(statement.Resource);
      return [
        withStatement(`: without ${name}`),
        ...(actions.length < 2 ? [] : actions).map((action) =>
          withStatement(`: ${name} without ${action}`, {
            ...statement,
            Action: actions.filter((each) => each !== action),
          }),
        ),
        ...(places.length < 2 ? [] : places).map((place) =>
          withStatement(`: ${name} without ${place}`, {
            ...statement,
            Resource: places.filter((each) => each !== place),
          }),
        ),
        ...conditionKeys(statement).map(([operator, key]) => {
          const { [operator]: keys = {}, ...others } = statement.Condition ?? {};
          const rest = Object.fromEntries(Object.entries(keys).filter(([other]) => other !== key));
          const Condition = { ...others, ...(Object.keys(rest).length === 0 ? {} : { [operator]: rest }) };
          return withStatement(`: ${name} whatever ${key} is`, { ...statement, Condition });
        }),
      ];
    });
  });
}

function conditionKeys({ Condition = {} }: Policy["Statement"][number]): (readonly [string, string])[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => [operator, key] as const),
  );
}
