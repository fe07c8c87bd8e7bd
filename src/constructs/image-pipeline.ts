import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { ImagePipeline as Pipeline } from "../factory/pipeline";
import { scheduleRequest } from "../factory/requests/image-build";
import { terraformName } from "../factory/terraform-name";
import { imageBuild, type ImageBuildProps, type RecipeArn } from "./image-build";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export type ImagePipelineProps = Omit<ImageBuildProps, "settings"> &
  RecipeArn & {
    readonly pipeline: Pipeline;
    readonly dependsOn?: ITerraformDependable[];
  };

/**
 * A pipeline, which builds an image on a schedule or manually.
 *
 * The workflows of a pipeline can be replaced but not removed: if the last one is removed, the provider plans no change and sends the old workflows
 * with the next update, and the service refuses them after the execution role is deleted. Thus, `workflowsOf` then names the default workflows of
 * Image Builder.
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
      schedule: scheduleRequest(pipeline),
      tags: literals(pipeline.tags),
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(pipeline.id));
    this.arn = resource.arn;
  }
}

/**
 * Returns the status. If it is not set, changes are ignored: Image Builder disables a pipeline after several failed scheduled builds in a row, by
 * default five, and the provider treats a missing status as ENABLED, so the next apply would enable the pipeline again. See
 * docs/decisions/0011-pipeline-status.md.
 *
 * Source: Image Builder API Reference, AutoDisablePolicy.
 */
function status(enabled: boolean | undefined) {
  if (enabled === undefined) return { lifecycle: { ignoreChanges: ["status"] } };
  return { status: enabled ? "ENABLED" : "DISABLED" };
}
