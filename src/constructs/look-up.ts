import { DataAwsAmi } from "@cdktf/provider-aws/lib/data-aws-ami";
import { DataAwsSecurityGroup } from "@cdktf/provider-aws/lib/data-aws-security-group";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import type { TerraformDataSource } from "cdktf";
import { Construct } from "constructs";

import type { AmiLookUp, LookUp } from "../model/look-up";
import { literal } from "./terraform-literal";

/** A data source, which Terraform reads during the plan. The plan fails if nothing matches. */
abstract class LookedUp<T extends TerraformDataSource & { readonly id: string }> extends Construct {
  protected readonly data: T;

  /** @param address name of the data source in Terraform */
  constructor(scope: Construct, id: string, address: string, make: (scope: Construct) => T) {
    super(scope, id);
    this.data = make(this);
    this.data.overrideLogicalId(address);
  }

  /** The id of the found resource. */
  get id(): string {
    return this.data.id;
  }
}

/** A data source for the newest AMI that matches. */
export class LookedUpAmi extends LookedUp<DataAwsAmi> {
  constructor(scope: Construct, id: string, address: string, { owners, filters }: AmiLookUp) {
    const settings = { mostRecent: true, owners: owners.map(literal), filter: filterBlocks(filters) };
    super(scope, id, address, (inner) => new DataAwsAmi(inner, "data", settings));
  }
}

/** A data source for the only subnet that matches. The plan fails if several match. */
export class LookedUpSubnet extends LookedUp<DataAwsSubnet> {
  constructor(scope: Construct, id: string, address: string, { filters }: LookUp) {
    super(scope, id, address, (inner) => new DataAwsSubnet(inner, "data", { filter: filterBlocks(filters) }));
  }

  get vpcId(): string {
    return this.data.vpcId;
  }
}

/** A data source for the only security group that matches. The plan fails if several match. */
export class LookedUpSecurityGroup extends LookedUp<DataAwsSecurityGroup> {
  /** @param vpcId VPC of the security group. Default: any */
  constructor(scope: Construct, id: string, address: string, { filters }: LookUp, vpcId?: string) {
    const settings = { vpcId, filter: filterBlocks(filters) };
    super(scope, id, address, (inner) => new DataAwsSecurityGroup(inner, "data", settings));
  }
}

/** A data source for the only VPC that matches. The plan fails if several match. */
export class LookedUpVpc extends LookedUp<DataAwsVpc> {
  constructor(scope: Construct, id: string, address: string, { filters }: LookUp) {
    super(scope, id, address, (inner) => new DataAwsVpc(inner, "data", { filter: filterBlocks(filters) }));
  }
}

function filterBlocks(filters: LookUp["filters"]) {
  return Object.entries(filters).map(([name, values]) => ({ name: literal(name), values: values.map(literal) }));
}
