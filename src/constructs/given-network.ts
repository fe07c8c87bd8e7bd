import { Construct } from "constructs";

import type { Network } from "../definitions/schema/network";
import { LookedUpSecurityGroup, LookedUpSubnet, LookedUpVpc } from "./look-up";

/** A network that exists: ids, or what Terraform looks up when it plans. */
export class GivenNetwork extends Construct {
  readonly subnetId?: string;
  readonly vpcId?: string;
  readonly securityGroupIds?: readonly string[];
  /** What is looked up, by where the environment says it. */
  readonly lookedUp: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, network: Network | undefined) {
    super(scope, id);
    const { subnet, vpc, securityGroups } = network ?? {};
    const lookedUp = new Map<string, string>();
    const found = (where: string, foundId: string): string => {
      lookedUp.set(where, foundId);
      return foundId;
    };
    const foundSubnet = typeof subnet === "object" ? new LookedUpSubnet(this, "subnet", "build", subnet) : undefined;
    this.subnetId = foundSubnet === undefined ? idOf(subnet) : found("network.subnet", foundSubnet.id);
    this.vpcId =
      typeof vpc === "object" ? found("network.vpc", new LookedUpVpc(this, "vpc", "build", vpc).id) : idOf(vpc);
    this.securityGroupIds = securityGroups?.map((group, index) => {
      if (typeof group === "string") return group;
      const { id: groupId } = new LookedUpSecurityGroup(
        this,
        `security-group-${index}`,
        `build-${index}`,
        group,
        foundSubnet?.vpcId,
      );
      return found(`network.securityGroups[${index}]`, groupId);
    });
    this.lookedUp = lookedUp;
  }
}

function idOf(given: string | object | undefined): string | undefined {
  return typeof given === "string" ? given : undefined;
}
