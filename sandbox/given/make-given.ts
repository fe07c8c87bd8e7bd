import type { MotoCalls } from "../moto-calls";
import { tagParameters } from "../world/tag-parameters";
import type { Aliases } from "./aliases";
import { type Given, type GivenKind, givenKinds } from "./given";

interface Making {
  readonly calls: MotoCalls;
  readonly aliases: Aliases;
  /** The network of each region. All resources of a region share it. */
  readonly networks: Map<string, { readonly vpc: string; subnets: number }>;
}

type Make = (given: Given, making: Making) => Promise<void>;

/** Creates the resources that a stack refers to. */
export async function makeGiven(given: readonly Given[], calls: MotoCalls, aliases: Aliases): Promise<void> {
  const making: Making = { calls, aliases, networks: new Map() };
  const ordered = givenKinds.flatMap((kind) => given.filter((each) => each.kind === kind));
  for (const each of ordered) {
    await makers[each.kind](each, making);
    await tag(each, making);
  }
}

/** Adds the tags by which a look-up finds a resource. */
async function tag({ id, region, tags = {} }: Given, { calls, aliases }: Making): Promise<void> {
  if (Object.keys(tags).length === 0) return;
  await calls.form("ec2", region, {
    Action: "CreateTags",
    Version: "2016-11-15",
    "ResourceId.1": aliases.forMoto(id),
    ...tagParameters("Tag", tags),
  });
}

/** Returns a function that creates a resource and maps the ID in the stack to the ID that moto chose. */
function chosen(field: string, parameters: (given: Given) => Readonly<Record<string, string>>): Make {
  return async (given, { calls, aliases }) => {
    const owner = given.account === undefined ? calls : calls.in(given.account);
    aliases.add(given.id, await owner.ec2(given.region, parameters(given), field));
  };
}

const makers: Readonly<Record<GivenKind, Make>> = {
  vpc: async (given, making) => {
    const vpc = await making.calls.ec2(given.region, { Action: "CreateVpc", CidrBlock: "10.0.0.0/16" }, "vpcId");
    making.aliases.add(given.id, vpc);
    if (!making.networks.has(given.region)) making.networks.set(given.region, { vpc, subnets: 0 });
  },
  subnet: async (given, making) => {
    const network = await networkOf(given.region, making);
    const CidrBlock = `10.0.${network.subnets++}.0/24`;
    await chosen("subnetId", () => ({ Action: "CreateSubnet", VpcId: network.vpc, CidrBlock }))(given, making);
  },
  "security-group": async (given, making) => {
    const { vpc } = await networkOf(given.region, making);
    await chosen("groupId", ({ id, name = `given ${id}` }) => ({
      Action: "CreateSecurityGroup",
      GroupName: name,
      GroupDescription: "named by a stack",
      VpcId: vpc,
    }))(given, making);
  },
  "key-pair": async ({ id, region }, { calls }) => {
    await calls.ec2(region, { Action: "CreateKeyPair", KeyName: id }, "keyName");
  },
  ami: async (given, making) => {
    const { architecture, id, region, name = `given ${id}` } = given;
    // moto drops the architecture of registered AMIs, but keeps that of copied ones.
    const source: Record<string, string> =
      architecture === undefined
        ? { Action: "RegisterImage", RootDeviceName: "/dev/xvda" }
        : { Action: "CopyImage", SourceRegion: region, SourceImageId: await anyAmi(architecture, region, making) };
    await chosen("imageId", () => ({ ...source, Name: name }))(given, making);
  },
  snapshot: async (given, making) => {
    const { calls } = making;
    const volume = await calls.ec2(
      given.region,
      { Action: "CreateVolume", Size: "8", AvailabilityZone: `${given.region}a` },
      "volumeId",
    );
    await chosen("snapshotId", () => ({ Action: "CreateSnapshot", VolumeId: volume }))(given, making);
  },
  "launch-template": chosen("launchTemplateId", ({ id }) => ({
    Action: "CreateLaunchTemplate",
    LaunchTemplateName: `given-${id}`,
    "LaunchTemplateData.InstanceType": "t3.micro",
  })),
  "kms-key": async ({ id, region }, { calls, aliases }) => {
    const made = await newKey(region, calls);
    // The ARN is added before the ID at its end.
    aliases.add(id, made.Arn);
    aliases.add(id.slice(id.lastIndexOf("/") + 1), made.KeyId);
  },
  "kms-alias": async ({ id, region }, { calls }) => {
    const { KeyId } = await newKey(region, calls);
    const AliasName = id.slice(id.indexOf("alias/"));
    await calls.json("kms", region, "TrentService.CreateAlias", { AliasName, TargetKeyId: KeyId });
  },
  topic: async ({ id, region }, { calls }) => {
    await calls.form("sns", region, { Action: "CreateTopic", Version: "2010-03-31", Name: id.split(":").at(-1) ?? "" });
  },
  bucket: async ({ id, region }, { calls }) => {
    await calls.makeBucket(id, region);
  },
  repository: async ({ id, region }, { calls }) => {
    await calls.json("ecr", region, "AmazonEC2ContainerRegistry_V20150921.CreateRepository", { repositoryName: id });
  },
  "log-group": async ({ id, region }, { calls }) => {
    await calls.json("logs", region, "Logs_20140328.CreateLogGroup", { logGroupName: id });
  },
  parameter: async ({ id, region }, { calls }) => {
    const Value = "ami-0123456789abcdef0";
    await calls.json("ssm", region, "AmazonSSM.PutParameter", { Name: id, Value, Type: "String", Overwrite: true });
  },
  role: async ({ id }, { calls }) => {
    await makeRole(id, calls);
  },
  "instance-profile": async ({ id }, { calls }) => {
    const RoleName = `given-${id}`;
    await makeRole(RoleName, calls);
    await calls.iam({ Action: "CreateInstanceProfile", InstanceProfileName: id });
    await calls.iam({ Action: "AddRoleToInstanceProfile", InstanceProfileName: id, RoleName });
  },
};

async function networkOf(
  region: string,
  { calls, networks }: Making,
): Promise<{ readonly vpc: string; subnets: number }> {
  const known = networks.get(region);
  if (known !== undefined) return known;
  const vpc = await calls.ec2(region, { Action: "CreateVpc", CidrBlock: "10.0.0.0/16" }, "vpcId");
  const network = { vpc, subnets: 0 };
  networks.set(region, network);
  return network;
}

/** Returns the ID of an AMI that moto provides. */
async function anyAmi(architecture: string, region: string, { calls }: Making): Promise<string> {
  const filter = { "Filter.1.Name": "architecture", "Filter.1.Value.1": architecture };
  return calls.ec2(region, { Action: "DescribeImages", ...filter }, "imageId");
}

async function newKey(region: string, calls: MotoCalls): Promise<{ readonly KeyId: string; readonly Arn: string }> {
  const { KeyMetadata } = await calls.json("kms", region, "TrentService.CreateKey", {});
  return KeyMetadata as { readonly KeyId: string; readonly Arn: string };
}

async function makeRole(RoleName: string, calls: MotoCalls): Promise<void> {
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  };
  await calls.iam({ Action: "CreateRole", RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) });
}
