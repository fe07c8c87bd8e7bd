import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, S3Backend, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

import { BuildSecurityGroup } from "../src/constructs/build-security-group";
import { Component } from "../src/constructs/component";
import { DistributionConfiguration } from "../src/constructs/distribution-configuration";
import { DocumentBucket } from "../src/constructs/document-bucket";
import { ImagePipeline } from "../src/constructs/image-pipeline";
import { ImageRecipe } from "../src/constructs/image-recipe";
import { InfrastructureConfiguration } from "../src/constructs/infrastructure-configuration";
import { InstanceProfile } from "../src/constructs/instance-profile";
import { literals } from "../src/constructs/terraform-literal";
import type { State } from "../src/definitions/schema/state";
import type { Image, ImageFactory } from "../src/factory/image-factory";
import type { KmsKey } from "../src/factory/recipe-content";

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
    this.useProvider();
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
    const infrastructure = this.infrastructureConfiguration();
    const pipelines = new Map(
      factory.images.map((image) => [image.name, this.imagePipeline(image, infrastructure).arn]),
    );

    new TerraformOutput(this, "image_pipeline_arns", {
      description: "ARN of each image pipeline, by image",
      value: Object.fromEntries(pipelines),
    }).overrideLogicalId("image_pipeline_arns");
  }

  private useProvider(): void {
    const { place, tags, providerVersion } = this.props.factory;
    new AwsProvider(this, "aws", {
      region: place.region,
      allowedAccountIds: [place.account],
      defaultTags: Object.keys(tags).length === 0 ? undefined : [{ tags: literals(tags) }],
    });
    this.addOverride("terraform.required_providers.aws.version", providerVersion);
  }

  private infrastructureConfiguration(): InfrastructureConfiguration {
    const { build, network, place, documentBucket } = this.props.factory;
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
    return new InfrastructureConfiguration(this, "infrastructure-configuration", {
      name: "image-factory",
      build,
      instanceProfileName: made?.profileName ?? build.instanceProfile.name ?? "",
      subnetId: network?.subnet,
      securityGroupIds:
        network?.vpc === undefined
          ? network?.securityGroups
          : [
              new BuildSecurityGroup(this, "security-group", { name: "image-factory-build", vpcId: network.vpc })
                .securityGroupId,
            ],
      dependsOn: made?.permissions,
    });
  }

  private imagePipeline(image: Image, infrastructure: InfrastructureConfiguration): ImagePipeline {
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
      infrastructureConfigurationArn: infrastructure.arn,
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

function useBackend(stack: TerraformStack, state: State): void {
  if (state.s3 === undefined) {
    new LocalBackend(stack, { path: state.local?.path ?? "terraform.tfstate" });
    return;
  }
  const { bucket, key, region, encrypt, kmsKey, lock } = state.s3;
  const backend = new S3Backend(stack, {
    bucket,
    key,
    region,
    encrypt,
    kmsKeyId: kmsKey,
    dynamodbTable: typeof lock === "object" ? lock.dynamodbTable : undefined,
  });
  // CDKTF 0.21 does not know the option yet.
  if (lock === "file") backend.addOverride("use_lockfile", true);
}
