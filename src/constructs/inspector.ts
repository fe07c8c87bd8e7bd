import { Inspector2Enabler } from "@cdktf/provider-aws/lib/inspector2-enabler";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Place } from "../aws/place";

export interface InspectorProps {
  readonly place: Place;
}

/**
 * Activates Amazon Inspector for EC2 and ECR in the account and region. Image Builder stores findings but does not scan. When Terraform destroys
 * this resource, it deactivates both scan types, even if others use them.
 *
 * Source: Image Builder User Guide, "Amazon Inspector integration"; Inspector API operation Enable.
 */
export class Inspector extends Construct {
  /** The activation, which must exist before pipelines that scan. */
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
