import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import type { ImagePipeline as ImagePipelineModel } from "../factory/pipeline";
import { literals, optionalLiteral } from "./terraform-literal";

export interface ImagePipelineProps {
  readonly name: string;
  readonly pipeline: ImagePipelineModel;
  readonly imageRecipeArn: string;
  readonly infrastructureConfigurationArn: string;
  readonly distributionConfigurationArn: string;
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * What builds the image, by schedule or by hand. All that the provider treats as sticky is written out, default or not:
 * left out later, it would stay as it was.
 */
export class ImagePipeline extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ImagePipelineProps) {
    super(scope, id);
    const { pipeline } = props;
    const resource = new ImagebuilderImagePipeline(this, "resource", {
      name: props.name,
      description: optionalLiteral(pipeline.description),
      status: pipeline.enabled ? "ENABLED" : "DISABLED",
      imageRecipeArn: props.imageRecipeArn,
      infrastructureConfigurationArn: props.infrastructureConfigurationArn,
      distributionConfigurationArn: props.distributionConfigurationArn,
      enhancedImageMetadataEnabled: pipeline.enhancedMetadata,
      imageTestsConfiguration: {
        imageTestsEnabled: pipeline.tests.enabled,
        timeoutMinutes: pipeline.tests.timeoutMinutes,
      },
      imageScanningConfiguration: { imageScanningEnabled: false },
      schedule: pipeline.schedule && {
        scheduleExpression: pipeline.schedule.expression,
        timezone: pipeline.schedule.timezone,
        pipelineExecutionStartCondition: pipeline.schedule.startCondition,
      },
      tags: literals(pipeline.tags),
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(props.name);
    this.arn = resource.arn;
  }
}
