import { ssmParameterName } from "../../src/aws/ssm-parameter";
import { type Given, type GivenKind, givenKinds } from "./given";
import { givenOfLookUps } from "./given-of-look-ups";

type Json = Readonly<Record<string, unknown>>;

/** Kinds of resources that are recognised by the form of a value, in any argument. */
const byForm: readonly (readonly [GivenKind, RegExp])[] = [
  ["vpc", /^vpc-[0-9a-f]{8,17}$/],
  ["subnet", /^subnet-[0-9a-f]{8,17}$/],
  ["security-group", /^sg-[0-9a-f]{8,17}$/],
  ["ami", /^ami-[0-9a-f]{8,17}$/],
  ["snapshot", /^snap-[0-9a-f]{8,17}$/],
  ["launch-template", /^lt-[0-9a-f]{8,17}$/],
  ["kms-key", /^arn:aws[^:]*:kms:[^:]+:\d{12}:key\/[\w-]+$/],
  ["kms-alias", /^arn:aws[^:]*:kms:[^:]+:\d{12}:alias\/.+$/],
  ["topic", /^arn:aws[^:]*:sns:[^:]+:\d{12}:[\w-]+$/],
  ["parameter", /^ssm:.+$/],
];

/** Kinds of resources that are recognised by the argument that names them. */
const byArgument: Readonly<Record<string, GivenKind>> = {
  key_pair: "key-pair",
  s3_bucket_name: "bucket",
  s3_bucket: "bucket",
  bucket: "bucket",
  repository_name: "repository",
  image_log_group_name: "log-group",
  pipeline_log_group_name: "log-group",
  log_group_name: "log-group",
  instance_profile_name: "instance-profile",
  execution_role: "role",
};

/** Resource types that create a resource of a kind, with the argument that names it. */
const makers: readonly (readonly [GivenKind, string, string])[] = [
  ["bucket", "aws_s3_bucket", "bucket"],
  ["repository", "aws_ecr_repository", "name"],
  ["log-group", "aws_cloudwatch_log_group", "name"],
  ["role", "aws_iam_role", "name"],
  ["instance-profile", "aws_iam_instance_profile", "name"],
  ["topic", "aws_sns_topic", "name"],
  ["kms-alias", "aws_kms_alias", "name"],
  ["key-pair", "aws_key_pair", "key_name"],
];

interface ArgumentPlace {
  readonly region: string;
  readonly account?: string;
}

/**
 * Returns the resources that a synthesised stack refers to but does not create.
 *
 * Omits dedicated hosts, licence configurations and organisations, which moto does not know or does not check, and parameters below
 * `/aws/`, which AWS provides.
 *
 * @param stack content of its `cdk.tf.json`
 */
export function givenInStack(stack: Json): Given[] {
  const resources = (stack.resource ?? {}) as Readonly<Record<string, Readonly<Record<string, Json>>>>;
  const made = madeBy(stack, resources);
  const found = new Map<string, Given>();
  const visit = (value: unknown, argument: string, place: ArgumentPlace): void => {
    const { region } = place;
    const add = (kind: GivenKind, id: string, where: string): void => {
      if (made.has(`${kind} ${nameOf(id)} ${placeOf(kind, where)}`)) return;
      // Of the resources in other accounts, a build only uses launch templates.
      const account = kind === "launch-template" && place.account !== undefined ? { account: place.account } : {};
      found.set(`${kind} ${id} ${where}`, { kind, id, region: where, ...account });
    };
    if (Array.isArray(value)) {
      for (const each of value) visit(each, argument, place);
    } else if (typeof value === "object" && value !== null) {
      // A distribution block has a region, and a launch template block has an account.
      const { region: own = region, account_id: account = place.account } = value as Partial<Record<string, string>>;
      const inner: ArgumentPlace = { region: own, ...(account === undefined ? {} : { account }) };
      for (const [name, each] of Object.entries(value)) visit(each, name, inner);
    } else if (typeof value === "string" && !value.includes("${")) {
      const kind = byForm.find(([, form]) => form.test(value))?.[0] ?? byArgument[argument];
      if (kind !== undefined) addOf(kind, value, region, add);
    }
  };
  for (const ofType of Object.values(resources))
    for (const resource of Object.values(ofType)) visit(resource, "", { region: regionOf(stack, resource.provider) });
  const lookedUp = givenOfLookUps(stack, regionOf(stack, undefined));
  return [...found.values(), ...lookedUp].sort((a, b) => givenKinds.indexOf(a.kind) - givenKinds.indexOf(b.kind));
}

function addOf(
  kind: GivenKind,
  value: string,
  region: string,
  add: (kind: GivenKind, id: string, region: string) => void,
): void {
  if (kind === "parameter") {
    const name = ssmParameterName(value.slice("ssm:".length));
    if (!/^\/?aws\//.test(name)) add(kind, name, region);
  } else if (kind === "role") {
    // The value is an ARN with a path, or a name.
    add(kind, nameOf(value), region);
  } else {
    add(kind, value, value.startsWith("arn:") ? (value.split(":")[3] ?? region) : region);
  }
}

/** Returns kind, name and place of all resources that the stack creates. */
function madeBy(stack: Json, resources: Readonly<Record<string, Readonly<Record<string, Json>>>>): Set<string> {
  return new Set(
    makers.flatMap(([kind, type, argument]) =>
      Object.values(resources[type] ?? {}).map(
        (resource) =>
          `${kind} ${nameOf(String(resource[argument]))} ${placeOf(kind, regionOf(stack, resource.provider))}`,
      ),
    ),
  );
}

/** Returns the place of a resource. Buckets, roles and instance profiles are the same in every region. */
function placeOf(kind: GivenKind, region: string): string {
  return ["bucket", "role", "instance-profile"].includes(kind) ? "everywhere" : region;
}

/** Returns the last part of an ARN; for a KMS alias, the name without `alias/`. */
function nameOf(id: string): string {
  if (id.startsWith("alias/")) return id.slice("alias/".length);
  if (!id.startsWith("arn:")) return id;
  const resource = id.split(":").slice(5).join(":");
  return resource.startsWith("alias/")
    ? resource.slice("alias/".length)
    : resource.slice(resource.lastIndexOf("/") + 1);
}

/** Returns the region of a provider configuration of the stack. `aws.eu-central-1` has the alias `eu-central-1`. */
function regionOf(stack: Json, provider: unknown): string {
  const { aws = [] } = (stack.provider ?? {}) as {
    readonly aws?: readonly { readonly alias?: string; readonly region: string }[];
  };
  const alias = typeof provider === "string" ? provider.split(".")[1] : undefined;
  return aws.find((each) => each.alias === alias)?.region ?? aws[0]?.region ?? "us-east-1";
}
