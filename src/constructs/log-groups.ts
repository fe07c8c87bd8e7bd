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
 * Where Image Builder logs the builds of an image and the runs of its pipeline. It makes each group itself where there is none, without
 * retention; a group that is there already has to be imported.
 */
export class LogGroups extends Construct {
  /** What has to be there before a build starts. */
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
