import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Build } from "../definitions/schema/build";

export interface LogGroupProps {
  /** Of the image or container whose builds are logged. */
  readonly name: string;
  readonly settings: NonNullable<Build["logGroups"]>;
}

/**
 * Where Image Builder logs the builds of an image. It makes the group itself where there is none, without retention, and with the first
 * build; a group that is there already has to be imported.
 *
 * Source: Image Builder User Guide, "Amazon CloudWatch Logs integration": the group is /aws/imagebuilder/<name of the image>.
 */
export class LogGroup extends Construct {
  /** What has to be there before a build starts. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, { name, settings }: LogGroupProps) {
    super(scope, id);
    const resource = new CloudwatchLogGroup(this, "resource", {
      name: `/aws/imagebuilder/${name}`,
      retentionInDays: settings.retentionDays,
      kmsKeyId: settings.kmsKey,
    });
    resource.overrideLogicalId(name);
    this.resource = resource;
  }
}
