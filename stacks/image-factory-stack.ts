import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

import { BuildSecurityGroup } from "../src/constructs/build-security-group";
import { Component } from "../src/constructs/component";
import { DistributionConfiguration } from "../src/constructs/distribution-configuration";
import { DocumentBucket } from "../src/constructs/document-bucket";
import { ImagePipeline } from "../src/constructs/image-pipeline";
import { ImageRecipe } from "../src/constructs/image-recipe";
import { InfrastructureConfiguration } from "../src/constructs/infrastructure-configuration";
import { InstanceProfile } from "../src/constructs/instance-profile";
import type { Image, ImageFactory } from "../src/factory/image-factory";
import type { KmsKey } from "../src/factory/recipe-content";
import { useBackend } from "./backend";
import { useProvider } from "./provider";

export interface ImageFactoryStackProps {
  readonly factory: ImageFactory;
  /** Absolute path of the project folder, where the component documents are. */
  readonly root: string;
}

/** Everything that builds the images of one account and region. */
export class ImageFactoryStack extends TerraformStack {
  private readonly components = new Map<string, Component>();
  private readonly recipes = new Map<string, ImageRecipe>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ImageFactoryStackProps,
  ) {
    super(scope, id);
    const { factory, root } = props;
    useProvider(this, factory);
    useBackend(this, factory.state);

    const bucket = new DocumentBucket(this, "documents", {
      bucket: factory.documentBucket,
      partition: factory.place.partition,
    });
    for (const component of factory.components) {
      this.components.set(
        component.document,
        new Component(this, `component-${component.name}`, { component, root, bucket }),
      );
    }
    const infrastructures = this.infrastructureConfigurations();
    const pipelines = new Map(
      factory.images.map((image) => [image.name, this.imagePipeline(image, infrastructures).arn]),
    );

    new TerraformOutput(this, "image_pipeline_arns", {
      description: "ARN of each image pipeline, by image",
      value: Object.fromEntries(pipelines),
    }).overrideLogicalId("image_pipeline_arns");
  }

  /** By name; images that differ in nothing share one. */
  private infrastructureConfigurations(): ReadonlyMap<string, InfrastructureConfiguration> {
    const { build, network, place, documentBucket, images, containers } = this.props.factory;
    const made =
      build.instanceProfile.name === undefined
        ? new InstanceProfile(this, "instance-profile", {
            name: `ec2-image-builder-${place.region}`,
            partition: place.partition,
            documentBucket: documentBucket.name,
            logs: build.logs,
            policies: build.instanceProfile.policies,
          })
        : undefined;
    const securityGroupIds =
      network?.vpc === undefined
        ? network?.securityGroups
        : [
            new BuildSecurityGroup(this, "security-group", { name: "image-factory-build", vpcId: network.vpc })
              .securityGroupId,
          ];
    const needed = new Map(
      [...images, ...containers].map(({ infrastructure }) => [infrastructure.name, infrastructure]),
    );
    return new Map(
      [...needed].map(([name, infrastructure]) => [
        name,
        new InfrastructureConfiguration(this, `infrastructure-configuration-${name}`, {
          infrastructure,
          build,
          instanceProfileName: made?.profileName ?? build.instanceProfile.name ?? "",
          subnetId: network?.subnet,
          securityGroupIds,
          dependsOn: made?.permissions,
        }),
      ]),
    );
  }

  private imagePipeline(
    image: Image,
    infrastructures: ReadonlyMap<string, InfrastructureConfiguration>,
  ): ImagePipeline {
    const { name } = image;
    const parent = this.recipes.get(image.standsOn ?? "");
    const recipe = new ImageRecipe(this, `image-recipe-${name}`, {
      recipe: image.recipe,
      componentArn: (document) => this.component(document).arn,
      keyArn: (key) => this.keyArn(key),
      // Its parent is named by wildcard, so Terraform cannot see the order by itself.
      dependsOn: parent && [parent.resource],
    });
    this.recipes.set(name, recipe);
    const distribution = new DistributionConfiguration(this, `distribution-configuration-${name}`, {
      name,
      distributions: image.distributions,
      keyArn: (key) => this.keyArn(key),
    });
    return new ImagePipeline(this, `image-pipeline-${name}`, {
      name,
      pipeline: image.pipeline,
      imageRecipeArn: recipe.arn,
      infrastructureConfigurationArn: infrastructures.get(image.infrastructure.name)?.arn ?? "",
      distributionConfigurationArn: distribution.arn,
      workflowArn: (document) => {
        throw new Error(`workflow "${document}" is not there yet`);
      },
    });
  }

  private keyArn(key: KmsKey): string {
    if (typeof key === "string") return key;
    throw new Error("made keys are not there yet");
  }

  private component(document: string): Component {
    const component = this.components.get(document);
    if (component === undefined)
      throw new Error(`component "${document}" is not part of environment "${this.props.factory.environment}"`);
    return component;
  }
}
