import { Construct } from "constructs";

import type { LookUp } from "../model/look-up";
import { LookedUpSecurityGroup, LookedUpSubnet, LookedUpVpc } from "./look-up";

export interface GivenNetworkProps {
  readonly network?: {
    readonly subnet?: string | LookUp;
    readonly securityGroups?: readonly (string | LookUp)[];
    readonly vpc?: string | LookUp;
  };
  /** Name of the data sources in Terraform. */
  readonly address: string;
  /** Path of the network in the definition. */
  readonly where: string;
  /** VPC of the subnet, if this network has no subnet of its own. Default: not known. */
  readonly vpcId?: string;
}

/** An existing network: ids, or look-ups that Terraform runs during the plan. */
export class GivenNetwork extends Construct {
  readonly subnetId?: string;
  readonly vpcId?: string;
  /** VPC of the subnet. Known if the subnet is looked up, or from `vpcId` if there is no subnet. */
  readonly vpcOfSubnet?: string;
  readonly securityGroupIds?: readonly string[];
  /** Found ids by path in the definition. */
  readonly lookedUp: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, { network, address, where, vpcId }: GivenNetworkProps) {
    super(scope, id);
    const { subnet, vpc, securityGroups } = network ?? {};
    const lookedUp = new Map<string, string>();
    const found = (key: string, foundId: string): string => {
      lookedUp.set(`${where}.${key}`, foundId);
      return foundId;
    };
    const foundSubnet = typeof subnet === "object" ? new LookedUpSubnet(this, "subnet", address, subnet) : undefined;
    this.vpcOfSubnet = foundSubnet?.vpcId ?? (subnet === undefined ? vpcId : undefined);
    this.subnetId = foundSubnet === undefined ? idOf(subnet) : found("subnet", foundSubnet.id);
    this.vpcId = typeof vpc === "object" ? found("vpc", new LookedUpVpc(this, "vpc", address, vpc).id) : idOf(vpc);
    this.securityGroupIds = securityGroups?.map((group, index) => {
      if (typeof group === "string") return group;
      const { id: groupId } = new LookedUpSecurityGroup(
        this,
        `security-group-${index}`,
        `${address}-${index}`,
        group,
        this.vpcOfSubnet,
      );
      return found(`securityGroups[${index}]`, groupId);
    });
    this.lookedUp = lookedUp;
  }
}

function idOf(given: string | object | undefined): string | undefined {
  return typeof given === "string" ? given : undefined;
}
