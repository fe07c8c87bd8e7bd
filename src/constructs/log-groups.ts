import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { Build } from "../definitions/schema/build";
import { terraformName } from "./terraform-name";

export interface LogGroupsProps {
  /** Of the image or container, and of its pipeline. */
  readonly name: string;
  readonly settings: NonNullable<Build["logGroups"]>;
}

/**
 * Where Image Builder logs the builds of an image and the runs of its pipeline. It makes each group itself where there is none, without
 * retention; a group that is there already has to be imported.
 *
 * Source: Image Builder User Guide, "Amazon CloudWatch Logs integration": /aws/imagebuilder/<name of the image> and
 * /aws/imagebuilder/pipeline/<name of the pipeline>.
 */
export class LogGroups extends Construct {
  /** What has to be there before a build starts. */
  readonly resources: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, settings }: LogGroupsProps) {
    super(scope, id);
    const group = (groupId: string, address: string, path: string): CloudwatchLogGroup => {
      const resource = new CloudwatchLogGroup(this, groupId, {
        name: `/aws/imagebuilder/${path}`,
        retentionInDays: settings.retentionDays,
        kmsKeyId: settings.kmsKey,
      });
      resource.overrideLogicalId(address);
      return resource;
    };
    this.resources = [
      group("resource", terraformName(name), name),
      // No name of an image comes out as one that starts with an underscore and a letter.
      group("pipeline", `_pipeline-${name}`, `pipeline/${name}`),
    ];
  }
}
