import type { ITerraformDependable, TerraformStack } from "cdktf";

import { BuildNetwork } from "../src/constructs/build-network";
import { BuildSecurityGroup } from "../src/constructs/build-security-group";
import { InfrastructureConfiguration } from "../src/constructs/infrastructure-configuration";
import { InstanceProfile } from "../src/constructs/instance-profile";
import { LogBucket } from "../src/constructs/log-bucket";
import { filled, literal } from "../src/constructs/terraform-literal";
import type { ImageFactory } from "../src/factory/image-factory";

/** Where the images of a stack are built. */
export interface Infrastructures {
  /** ARN of each infrastructure configuration, by name. */
  readonly arns: ReadonlyMap<string, string>;
  /** ARN of the made role of build instances; absent where the instance profile is given. */
  readonly buildRoleArn?: string;
  /** What has to be in place before an image is built that nobody has to start. */
  readonly ready: readonly ITerraformDependable[];
}

/** Makes the infrastructure configurations of a stack; images that differ in nothing share one. */
export function infrastructuresOf(
  stack: TerraformStack,
  factory: ImageFactory,
  topicArn: string | undefined,
): Infrastructures {
  const { build, images, containers, place, retention } = factory;
  const logs =
    build.logs &&
    new LogBucket(stack, "logs", { bucket: build.logs, partition: place.partition, emptied: retention.emptied });
  const profile = instanceProfileOf(stack, factory);
  const { subnetId, securityGroupIds, routes, egress } = networkOf(stack, factory);
  const ready = [...(profile?.permissions ?? []), ...(logs?.settings ?? []), ...routes];

  const needed = new Map([...images, ...containers].map(({ infrastructure }) => [infrastructure.name, infrastructure]));
  const arns = [...needed].map(([name, infrastructure]) => {
    const { arn } = new InfrastructureConfiguration(stack, `infrastructure-configuration-${name}`, {
      infrastructure,
      build,
      instanceProfileName: profile?.profileName ?? literal(build.instanceProfile.name ?? ""),
      topicArn,
      subnetId,
      securityGroupIds,
      dependsOn: filled(ready),
    });
    return [name, arn] as const;
  });
  return { arns: new Map(arns), buildRoleArn: profile?.roleArn, ready: [...ready, ...egress] };
}

function instanceProfileOf(stack: TerraformStack, factory: ImageFactory): InstanceProfile | undefined {
  const { build, place, documentBucket, containers } = factory;
  if (build.instanceProfile.name !== undefined) return undefined;
  return new InstanceProfile(stack, "instance-profile", {
    name: `ec2-image-builder-${place.region}`,
    partition: place.partition,
    documentBucket: documentBucket.name,
    logs: build.logs,
    containers: containers.length > 0,
    policies: build.instanceProfile.policies,
    read: build.instanceProfile.read,
    write: build.instanceProfile.write,
  });
}

interface Network {
  readonly subnetId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly routes: readonly ITerraformDependable[];
  readonly egress: readonly ITerraformDependable[];
}

/** The network that is given, or made; with none, builds run in the default VPC. */
function networkOf(stack: TerraformStack, { network, place }: ImageFactory): Network {
  const groupIn = (vpcId: string) => {
    const made = new BuildSecurityGroup(stack, "security-group", { name: "image-factory-build", vpcId });
    return { securityGroupIds: [made.securityGroupId], egress: [made.egress] };
  };
  if (network?.create !== undefined) {
    const made = new BuildNetwork(stack, "network", { name: "image-factory", place, network: network.create });
    return { subnetId: made.subnetId, ...groupIn(made.vpcId), routes: made.routes };
  }
  const group =
    network?.vpc === undefined ? { securityGroupIds: network?.securityGroups, egress: [] } : groupIn(network.vpc);
  return { subnetId: network?.subnet, ...group, routes: [] };
}
