import { type Fields, text } from "../fields";
import type { EndedBuild } from "./site";

/** Publishes the image to the topic of its infrastructure configuration. Source: Image Builder User Guide, "Amazon SNS integration". */
export async function notifyOfEnd({ image, infrastructure, site }: EndedBuild): Promise<void> {
  const topic = text(infrastructure, "snsTopicArn");
  if (topic === "") return;
  const [version = "", build = ""] = text(image, "version").split("/");
  const message: Fields = {
    versionlessArn: image.arn.split("/").slice(0, 2).join("/"),
    arn: image.arn,
    name: image.name,
    version,
    buildVersion: Number(build),
    state: image.state,
    imageRecipe: image.imageRecipe,
    containerRecipe: image.containerRecipe,
    sourcePipelineArn: image.sourcePipelineArn,
    sourcePipelineName: image.sourcePipelineName,
    infrastructureConfiguration: infrastructure,
    distributionConfiguration: image.distributionConfiguration,
    imageTestsConfigurationDocument: image.imageTestsConfiguration,
    outputResources: image.outputResources ?? { amis: [] },
    workflows: image.workflows,
    executionRole: image.executionRole,
    tags: image.tags,
  };
  await site.world.publish(topic, JSON.stringify(message));
}
