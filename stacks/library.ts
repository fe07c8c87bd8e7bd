/**
 * The public API for other CDKTF applications: `import { … } from "golden-images"`. Only this file re-exports names, because a package has one
 * entry. The project itself imports each name from its own file.
 */
export { type ResolvedEnvironments, type ResolvedProject, type ResolveOptions } from "../src/checks/resolve-project";
export { resolveProject } from "../src/checks/resolve-project";
export type { Problem } from "../src/problems/problem";

export { ImageConsumerStack, type ImageConsumerStackProps } from "./image-consumer-stack";
export { ImageFactoryStack, type ImageFactoryStackProps } from "./image-factory-stack";
export { WindDownStack, type WindDownStackProps } from "./wind-down-stack";

export { Component, type ComponentProps } from "../src/constructs/component";
export { ContainerRecipe, type ContainerRecipeProps } from "../src/constructs/container-recipe";
export {
  DistributionConfiguration,
  type DistributionConfigurationProps,
} from "../src/constructs/distribution-configuration";
export { DocumentBucket, type DocumentBucketProps } from "../src/constructs/document-bucket";
export { Image, type ImageProps } from "../src/constructs/image";
export { ImagePipeline, type ImagePipelineProps } from "../src/constructs/image-pipeline";
export { ImageRecipe, type ImageRecipeProps } from "../src/constructs/image-recipe";
export {
  InfrastructureConfiguration,
  type InfrastructureConfigurationProps,
} from "../src/constructs/infrastructure-configuration";
export { LifecyclePolicy, type LifecyclePolicyProps } from "../src/constructs/lifecycle-policy";
export { Workflow, type WorkflowProps } from "../src/constructs/workflow";

export type { ImageConsumer } from "../src/factory/image-consumer";
export type { ImageFactory } from "../src/factory/image-factory";
export type { ResolvedStack as WindDown } from "../src/factory/resolved-stack";
