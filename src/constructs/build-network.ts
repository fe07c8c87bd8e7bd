import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { halved } from "../aws/ip-range";
import type { Place } from "../aws/place";
import type { Network } from "../definitions/schema/network";

export interface BuildNetworkProps {
  /** Tag `Name` of resources without a name of their own, as shown in the consoles. */
  readonly name: string;
  readonly place: Place;
  readonly network: NonNullable<Network["create"]>;
}

/**
 * A VPC for builds. Instances are in a private subnet without inbound access. They reach the internet through a NAT gateway in a public subnet,
 * and S3 through a gateway endpoint, which is free. Both subnets are in the same Availability Zone, because traffic between zones is charged.
 *
 * Source: Image Builder User Guide, "Prerequisites" (Systems Manager, S3 and Image Builder have to be reachable); VPC User Guide, "NAT
 * gateways" and "Gateway endpoints for Amazon S3".
 */
export class BuildNetwork extends Construct {
  readonly vpcId: string;
  /** Id of the subnet of build instances. */
  readonly subnetId: string;
  /** Resources that must exist before a build can reach the internet and S3. */
  readonly routes: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: BuildNetworkProps,
  ) {
    super(scope, id);
    const { network, place } = props;
    const { whole, halves } = halved(network.cidr);

    const vpc = new Vpc(this, "vpc", {
      cidrBlock: whole,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: this.named(),
    });
    vpc.overrideLogicalId("build");
    this.vpcId = vpc.id;

    // The default security group of a VPC is unused and gets no rules.
    const defaultGroup = new DefaultSecurityGroup(this, "default-security-group", { vpcId: vpc.id });
    defaultGroup.overrideLogicalId("build");

    const internet = new InternetGateway(this, "internet-gateway", { vpcId: vpc.id, tags: this.named() });
    internet.overrideLogicalId("build");

    const build = this.subnet("build", halves[0], network.availabilityZone);
    const nat = this.subnet("nat", halves[1], network.availabilityZone ?? build.availabilityZone);
    const outward = this.route("nat", nat, { gatewayId: internet.id });
    const natGateway = this.natGateway(nat, [internet, ...outward.ready]);
    const inward = this.route("build", build, { natGatewayId: natGateway.id });

    const s3 = new VpcEndpoint(this, "s3", {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${place.region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [inward.tableId],
      tags: this.named("s3"),
    });
    s3.overrideLogicalId("s3");

    this.subnetId = build.id;
    this.routes = [...inward.ready, s3];
  }

  private subnet(address: "build" | "nat", cidrBlock: string, availabilityZone: string | undefined): Subnet {
    const subnet = new Subnet(this, `subnet-${address}`, {
      vpcId: this.vpcId,
      cidrBlock,
      availabilityZone,
      mapPublicIpOnLaunch: false,
      tags: this.named(address),
    });
    subnet.overrideLogicalId(address);
    return subnet;
  }

  private natGateway(subnet: Subnet, dependsOn: ITerraformDependable[]): NatGateway {
    const address = new Eip(this, "nat-address", { domain: "vpc", tags: this.named("nat"), dependsOn });
    address.overrideLogicalId("nat");
    const gateway = new NatGateway(this, "nat-gateway", {
      allocationId: address.id,
      subnetId: subnet.id,
      tags: this.named("nat"),
      dependsOn,
    });
    gateway.overrideLogicalId("nat");
    return gateway;
  }

  private route(
    address: "build" | "nat",
    subnet: Subnet,
    target: { readonly gatewayId: string } | { readonly natGatewayId: string },
  ): { readonly tableId: string; readonly ready: ITerraformDependable[] } {
    const table = new RouteTable(this, `route-table-${address}`, { vpcId: this.vpcId, tags: this.named(address) });
    table.overrideLogicalId(address);
    const route = new Route(this, `route-${address}`, {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      ...target,
    });
    route.overrideLogicalId(address);
    const association = new RouteTableAssociation(this, `route-table-association-${address}`, {
      routeTableId: table.id,
      subnetId: subnet.id,
    });
    association.overrideLogicalId(address);
    return { tableId: table.id, ready: [route, association] };
  }

  private named(part?: string): Record<string, string> {
    return { Name: part === undefined ? this.props.name : `${this.props.name}-${part}` };
  }
}
