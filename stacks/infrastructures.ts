import type { ITerraformDependable, TerraformStack } from "cdktf";

import { withoutSpaces } from "../src/aws/resource-name";
import { nonEmpty } from "../src/collections/non-empty";
import { BuildNetwork } from "../src/constructs/build-network";
import { BuildSecurityGroup } from "../src/constructs/build-security-group";
import { GivenNetwork } from "../src/constructs/given-network";
import { InfrastructureConfiguration } from "../src/constructs/infrastructure-configuration";
import { InstanceProfile } from "../src/constructs/instance-profile";
import { LogBucket } from "../src/constructs/log-bucket";
import { literal } from "../src/constructs/terraform-literal";
import { builtIn, settingsOf } from "../src/factory/built";
import type { ImageFactory } from "../src/factory/image-factory";
import type { ResolvedTopic } from "../src/factory/resolve-topic";
import { addressable } from "../src/factory/terraform-name";
import { required } from "../src/model/required";

/** The infrastructure configurations of a stack. */
export interface Infrastructures {
  /** Returns the ARN of an infrastructure configuration. */
  readonly arn: (id: string) => string;
  /** ARN of the created role of all build instances. Undefined if any build uses an existing instance profile. */
  readonly buildRoleArn?: string;
  /** Resources that must exist before Terraform builds an image. */
  readonly ready: readonly ITerraformDependable[];
  /** Found ids of look-ups, by path in the environment. */
  readonly lookedUp: ReadonlyMap<string, string>;
}

/** Creates the infrastructure configurations of a stack. Images with the same settings share one. */
export function createInfrastructures(
  stack: TerraformStack,
  factory: ImageFactory,
  topicArn: (topic: ResolvedTopic) => string,
): Infrastructures {
  const { build, names, place, retention } = factory;
  const infrastructures = builtIn(factory)
    .flatMap(settingsOf)
    .map(({ infrastructure }) => infrastructure);
  // A stack with only components needs no infrastructure.
  if (infrastructures.length === 0) return { arn: arnIn(new Map()), ready: [], lookedUp: new Map() };
  const logs =
    build.logs &&
    new LogBucket(stack, "logs", { bucket: build.logs, partition: place.partition, emptied: retention.emptied });
  const profile = createInstanceProfile(stack, factory);
  const ofAll = createNetwork(stack, factory);
  const { routes, egress } = ofAll;
  const lookedUp = new Map(ofAll.lookedUp);
  const ready = [...(profile?.permissions ?? []), ...(logs?.settings ?? []), ...routes];

  const needed = new Map(infrastructures.map((infrastructure) => [infrastructure.id, infrastructure]));
  const arns = [...needed].map(([id, infrastructure]) => {
    const { instanceProfile, topic, inDefaultVpc } = infrastructure;
    const shared: Partial<Network> = inDefaultVpc ? {} : ofAll;
    const own = new GivenNetwork(stack, `given-network-${id}`, {
      network: infrastructure,
      address: addressable(`_${withoutSpaces(id)}`),
      where: `build.network of ${id}`,
      vpcId: shared.vpcOfSubnet,
    });
    for (const [where, found] of own.lookedUp) lookedUp.set(where, found);
    const { arn } = new InfrastructureConfiguration(stack, `infrastructure-configuration-${id}`, {
      infrastructure,
      instanceProfileName:
        instanceProfile === undefined
          ? (profile?.profileName ?? literal(names.instanceProfile))
          : literal(instanceProfile),
      topicArn: topic && topicArn(topic),
      subnetId: own.subnetId ?? shared.subnetId,
      securityGroupIds: own.securityGroupIds ?? shared.securityGroupIds,
      dependsOn: nonEmpty(ready),
    });
    return [id, arn] as const;
  });
  // The roles of existing instance profiles are not known.
  const hasOthers = infrastructures.some(({ instanceProfile }) => instanceProfile !== undefined);
  return {
    arn: arnIn(new Map(arns)),
    buildRoleArn: hasOthers ? undefined : profile?.roleArn,
    ready: [...ready, ...egress],
    lookedUp,
  };
}

function arnIn(arns: ReadonlyMap<string, string>): Infrastructures["arn"] {
  return (id) => required(arns.get(id), `infrastructure "${id}"`);
}

function createInstanceProfile(stack: TerraformStack, factory: ImageFactory): InstanceProfile | undefined {
  const { build, place, documentBucket, containers, names } = factory;
  if (build.instanceProfile.create !== true) return undefined;
  return new InstanceProfile(stack, "instance-profile", {
    name: names.instanceProfile,
    roleName: names.buildRole,
    settings: build.instanceProfile,
    place,
    documents: documentBucket,
    logs: logPlacesOf(factory),
    logsKey: build.logs?.kmsKey,
    containers: containers.length > 0,
    policies: build.instanceProfile.policies,
    read: build.instanceProfile.read,
    write: build.instanceProfile.write,
  });
}

/** Returns the S3 locations of logs of builds with the created role. */
function logPlacesOf(factory: ImageFactory): { readonly bucket: string; readonly prefix: string }[] {
  const { logs } = factory.build;
  const places = [
    ...(logs === undefined ? [] : [{ bucket: logs.name, prefix: logs.prefix }]),
    ...builtIn(factory)
      .flatMap(settingsOf)
      .flatMap(({ infrastructure }) =>
        infrastructure.instanceProfile === undefined && infrastructure.logs !== undefined ? [infrastructure.logs] : [],
      ),
  ];
  return [...new Map(places.map((place) => [`${place.bucket}/${place.prefix}`, place])).values()];
}

interface Network {
  readonly subnetId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly routes: readonly ITerraformDependable[];
  readonly egress: readonly ITerraformDependable[];
  readonly lookedUp: ReadonlyMap<string, string>;
  /** VPC of the subnet. Undefined if the subnet is not looked up. */
  readonly vpcOfSubnet?: string;
}

/** Creates the network, or looks up the given one. Without either, builds run in the default VPC. */
function createNetwork(stack: TerraformStack, { network, place, names }: ImageFactory): Network {
  const groupIn = (vpcId: string) => {
    const created = new BuildSecurityGroup(stack, "security-group", {
      name: names.securityGroup,
      vpcId,
      settings: network?.securityGroup,
    });
    return { securityGroupIds: [created.securityGroupId], egress: created.egress };
  };
  if (network?.create !== undefined) {
    const created = new BuildNetwork(stack, "network", {
      name: literal(names.network),
      place,
      network: network.create,
    });
    return { subnetId: created.subnetId, ...groupIn(created.vpcId), routes: created.routes, lookedUp: new Map() };
  }
  const found = new GivenNetwork(stack, "given-network", { network, address: "build", where: "network" });
  const group =
    found.vpcId === undefined ? { securityGroupIds: found.securityGroupIds, egress: [] } : groupIn(found.vpcId);
  const { subnetId, lookedUp, vpcOfSubnet } = found;
  return { subnetId, ...group, routes: [], lookedUp, vpcOfSubnet };
}
