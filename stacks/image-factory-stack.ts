import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";

import { nonEmpty } from "../src/collections/non-empty";
import { ContainerRecipe } from "../src/constructs/container-recipe";
import { DocumentBucket } from "../src/constructs/document-bucket";
import { EcrRepository } from "../src/constructs/ecr-repository";
import { EventRules } from "../src/constructs/event-rules";
import { ExecutionRole, ssmParameters } from "../src/constructs/execution-role";
import { Image } from "../src/constructs/image";
import type { ImageBuildProps, RecipeArn } from "../src/constructs/image-build";
import { ImagePipeline } from "../src/constructs/image-pipeline";
import { ImageRecipe } from "../src/constructs/image-recipe";
import { Inspector } from "../src/constructs/inspector";
import type { KeyArn } from "../src/constructs/key-arn";
import { LogGroups } from "../src/constructs/log-groups";
import { literal } from "../src/constructs/terraform-literal";
import { createTopics } from "../src/constructs/topic";
import type { BuildSettings } from "../src/factory/build-settings";
import {
  type Built,
  type Container as ContainerModel,
  type Image as ImageModel,
  settingsOf,
} from "../src/factory/built";
import type { ImageFactory } from "../src/factory/image-factory";
import { createDistributions, type DistributionArn } from "./distributions";
import { createDocuments, type PublishedDocuments } from "./documents";
import { createInfrastructures, type Infrastructures } from "./infrastructures";
import { createKeys } from "./keys";
import { createLifecycle } from "./lifecycle";
import { ProjectStack } from "./project-stack";

export interface ImageFactoryStackProps {
  readonly factory: ImageFactory;
  /** Absolute path of the project folder, which contains the documents. */
  readonly root: string;
  /** Relative path from the folder of the stack to the project folder. Default: `../../..`. */
  readonly toProject?: string;
}

/** The stack that builds the images of an account and region. */
export class ImageFactoryStack extends ProjectStack {
  /** ARNs of the pipelines, by image or container. The key of a further pipeline is `<image>/<pipeline>`. */
  readonly pipelineArns: ReadonlyMap<string, string>;
  private readonly factory: ImageFactory;
  private readonly root: string;
  private readonly bucket: DocumentBucket;
  private readonly keyArn: KeyArn;
  private readonly infrastructures: Infrastructures;
  private readonly executionRole?: ExecutionRole;
  /** Resources that must exist before a pipeline can run. */
  private readonly ready: readonly ITerraformDependable[];
  private readonly documents: PublishedDocuments;
  private readonly distributionArn: DistributionArn;
  /** Ids of the found AMIs of parents and of build instances of containers, by their purpose. */
  private readonly lookedUpAmis = new Map<string, string>();
  private readonly pipelines = new Map<string, string>();
  /** For each image, the resources for which derived images wait: its recipe and, if Terraform builds it, the image. */
  private readonly parents = new Map<string, readonly ITerraformDependable[]>();

  constructor(scope: Construct, id: string, { factory, root, toProject }: ImageFactoryStackProps) {
    super(scope, id, factory, toProject);
    this.pipelineArns = this.pipelines;
    this.factory = factory;
    this.root = root;
    const { place, build, events } = factory;

    this.bucket = new DocumentBucket(this, "documents", {
      bucket: factory.documentBucket,
      partition: place.partition,
    });
    this.keyArn = createKeys(this, factory, this.providers);
    const topicArn = createTopics(this, place);
    if (build.topic !== undefined) topicArn(build.topic);
    this.infrastructures = createInfrastructures(this, factory, topicArn);
    this.executionRole = this.createExecutionRole();
    const inspector = factory.activateInspector ? [new Inspector(this, "inspector", { place }).resource] : [];
    this.ready = [...(this.executionRole?.permissions ?? []), ...inspector];

    this.documents = createDocuments(this, factory, root, this.bucket);
    this.distributionArn = createDistributions(this, this.keyArn);
    for (const image of factory.images) this.createImage(image);
    for (const container of factory.containers) this.createContainer(container);
    createLifecycle(this, factory);
    if (events !== undefined)
      new EventRules(this, "events", {
        name: factory.names.eventRules,
        on: events.on,
        topicArn: topicArn(events.topic),
      });

    this.finish();
    this.output(
      "image_pipeline_arns",
      "ARN of each image pipeline, by image or container",
      Object.fromEntries([...this.pipelines].map(([name, arn]) => [literal(name), arn])),
    );
    // A review detects by this output that a look-up finds another resource.
    const lookedUp = new Map([...this.infrastructures.lookedUp, ...this.lookedUpAmis]);
    if (lookedUp.size > 0) this.output("look_ups", "Id of what each look-up has found", Object.fromEntries(lookedUp));
  }

  private createExecutionRole(): ExecutionRole | undefined {
    const { build, executionRole, images, names, place } = this.factory;
    if (executionRole === undefined) return undefined;
    return new ExecutionRole(this, "execution-role", {
      name: names.executionRole,
      place,
      role: executionRole,
      parameters: ssmParameters(images, place),
      buildRoleArn: this.infrastructures.buildRoleArn,
      topicKey: typeof build.topic === "object" ? build.topic.kmsKey : undefined,
      fastLaunch: images
        .flatMap((image) => settingsOf(image))
        .some(({ distribution }) => distribution?.targets.some(({ fastLaunch }) => fastLaunch.length > 0) === true),
    });
  }

  private createImage(image: ImageModel): void {
    const recipe = new ImageRecipe(this, `image-recipe-${image.name}`, {
      recipe: image.recipe,
      place: this.factory.place,
      componentArn: this.documents.componentArn,
      keyArn: (key) => this.keyArn(key, this.factory.place.region),
      dependsOn: this.parentsOf(image),
    });
    if (recipe.lookedUpParent !== undefined) this.lookedUpAmis.set(`parent of ${image.name}`, recipe.lookedUpParent);
    this.createBuilds(image, { imageRecipeArn: recipe.arn }, recipe.resource);
  }

  private createContainer(container: ContainerModel): void {
    const { name, repository } = container;
    const { repositoryName } = new EcrRepository(this, `repository-${name}`, { container: name, repository });
    const recipe = new ContainerRecipe(this, `container-recipe-${name}`, {
      recipe: container.recipe,
      place: this.factory.place,
      root: this.root,
      bucket: this.bucket,
      repositoryName,
      componentArn: this.documents.componentArn,
      keyArn: (key) => this.keyArn(key, this.factory.place.region),
      dependsOn: this.parentsOf(container),
    });
    if (recipe.lookedUpAmi !== undefined) this.lookedUpAmis.set(`instance of ${name}`, recipe.lookedUpAmi);
    this.createBuilds(container, { containerRecipeArn: recipe.arn }, recipe.resource);
  }

  /** Creates the pipelines and log groups of an image or container, and the image itself if Terraform builds it. */
  private createBuilds(built: Built, recipeArn: RecipeArn, recipe: ITerraformDependable): void {
    const { name, pipelines, settings, buildOnDeploy } = built;
    const { build, place } = this.factory;
    const logs =
      build.logGroups !== undefined
        ? new LogGroups(this, `log-group-${name}`, { groups: built.logGroups, settings: build.logGroups }).resources
        : [];
    const ready = [...this.ready, ...logs];
    const propsOf = (of: BuildSettings): Omit<ImageBuildProps, "settings"> & RecipeArn => ({
      ...recipeArn,
      place,
      infrastructureConfigurationArn: this.infrastructures.arn(of.infrastructure.id),
      distributionConfigurationArn: of.distribution && this.distributionArn(of.distribution),
      workflowArn: this.documents.workflowArn,
      executionRoleArn: this.executionRole?.arn,
    });
    for (const pipeline of pipelines) {
      const { arn } = new ImagePipeline(this, `image-pipeline-${pipeline.id}`, {
        ...propsOf(pipeline.settings),
        pipeline,
        dependsOn: nonEmpty(ready),
      });
      this.pipelines.set(pipeline.key === undefined ? name : `${name}/${pipeline.key}`, arn);
    }
    const image =
      buildOnDeploy === undefined
        ? []
        : [
            new Image(this, `image-${name}`, {
              ...propsOf(settings),
              settings,
              name,
              ...buildOnDeploy,
              dependsOn: nonEmpty([...ready, ...this.infrastructures.ready]),
            }).resource,
          ];
    this.parents.set(name, [recipe, ...image]);
  }

  /** Returns the resources of the parent. Recipes refer to it with a wildcard version, so that Terraform cannot detect the dependency. */
  private parentsOf({ standsOn }: Built): ITerraformDependable[] | undefined {
    return standsOn === undefined ? undefined : [...(this.parents.get(standsOn) ?? [])];
  }
}
