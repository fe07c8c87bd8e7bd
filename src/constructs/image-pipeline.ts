import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { ImagePipeline as Pipeline } from "../factory/pipeline";
import { terraformName } from "../factory/terraform-name";
import { imageBuild, type ImageBuildProps, type RecipeArn } from "./image-build";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export type ImagePipelineProps = Omit<ImageBuildProps, "settings"> &
  RecipeArn & {
    readonly pipeline: Pipeline;
    readonly dependsOn?: ITerraformDependable[];
  };

/**
 * What builds the image, by schedule or by hand.
 *
 * Its workflows can be replaced but not emptied: where the last is taken away, the provider plans no change, sends the old ones along with any
 * other, and the service refuses them once the execution role has gone. So Image Builder's own workflows are named then: see `workflowsOf`.
 */
export class ImagePipeline extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ImagePipelineProps) {
    super(scope, id);
    const { pipeline } = props;
    const resource = new ImagebuilderImagePipeline(this, "resource", {
      name: literal(pipeline.name),
      description: optionalLiteral(pipeline.description),
      ...status(pipeline.enabled),
      ...imageBuild({ ...props, settings: pipeline.settings }),
      schedule: pipeline.schedule && {
        scheduleExpression: pipeline.schedule.expression,
        timezone: pipeline.schedule.timezone,
        pipelineExecutionStartCondition: pipeline.schedule.startCondition,
      },
      tags: literals(pipeline.tags),
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(pipeline.id));
    this.arn = resource.arn;
  }
}

/**
 * Image Builder disables a pipeline after failed scheduled builds in a row, by default five. The provider takes a status that is left out for
 * ENABLED, so it would enable such a pipeline again with the next apply; docs/decisions/0011-pipeline-status.md says more.
 *
 * Source: Image Builder API Reference, AutoDisablePolicy.
 */
function status(enabled: boolean | undefined) {
  if (enabled === undefined) return { lifecycle: { ignoreChanges: ["status"] } };
  return { status: enabled ? "ENABLED" : "DISABLED" };
}
