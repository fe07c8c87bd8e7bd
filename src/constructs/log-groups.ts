import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Build } from "../definitions/schema/build";
import type { LogGroup } from "../factory/log-groups";
import { literal } from "./terraform-literal";

export interface LogGroupsProps {
  readonly groups: readonly LogGroup[];
  readonly settings: NonNullable<Build["logGroups"]>;
}

/**
 * The log groups of the builds of an image and the runs of its pipeline. Image Builder creates missing log groups without retention. A log group
 * that already exists has to be imported.
 */
export class LogGroups extends Construct {
  /** The log groups, which must exist before a build starts. */
  readonly resources: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { groups, settings }: LogGroupsProps) {
    super(scope, id);
    this.resources = groups.map((group) => {
      const resource = new CloudwatchLogGroup(this, group.address, {
        name: literal(group.name),
        retentionInDays: settings.retentionDays,
        kmsKeyId: settings.kmsKey,
      });
      resource.overrideLogicalId(group.address);
      return resource;
    });
  }
}
