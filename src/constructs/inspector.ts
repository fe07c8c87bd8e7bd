import { Inspector2Enabler } from "@cdktf/provider-aws/lib/inspector2-enabler";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Place } from "../aws/place";

export interface InspectorProps {
  readonly place: Place;
}

/**
 * Amazon Inspector, activated for EC2 and ECR in the account and region: Image Builder keeps findings, but does not scan itself. Terraform
 * deactivates both when it destroys this, whoever else may use them.
 *
 * Source: Image Builder User Guide, "Amazon Inspector integration"; Inspector API operation Enable.
 */
export class Inspector extends Construct {
  /** What has to be in place before a pipeline that scans. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, { place }: InspectorProps) {
    super(scope, id);
    const resource = new Inspector2Enabler(this, "resource", {
      accountIds: [place.account],
      resourceTypes: ["EC2", "ECR"],
    });
    resource.overrideLogicalId("inspector");
    this.resource = resource;
  }
}
