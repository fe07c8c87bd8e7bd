import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Build } from "../definitions/schema/build";
import { logGroupsOf } from "../factory/log-groups";

export interface LogGroupsProps {
  /** Of the image or container, and of its pipeline. */
  readonly name: string;
  readonly settings: NonNullable<Build["logGroups"]>;
}

/**
 * Where Image Builder logs the builds of an image and the runs of its pipeline. It makes each group itself where there is none, without
 * retention; a group that is there already has to be imported.
 */
export class LogGroups extends Construct {
  /** What has to be there before a build starts. */
  readonly resources: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, settings }: LogGroupsProps) {
    super(scope, id);
    this.resources = logGroupsOf(name).map((group) => {
      const resource = new CloudwatchLogGroup(this, group.address, {
        name: group.name,
        retentionInDays: settings.retentionDays,
        kmsKeyId: settings.kmsKey,
      });
      resource.overrideLogicalId(group.address);
      return resource;
    });
  }
}
