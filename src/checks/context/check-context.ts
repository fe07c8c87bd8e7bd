import type { ContainerDefinition } from "../../definitions/schema/container";
import type { ImageDefinition } from "../../definitions/schema/image";
import type { Project } from "../../project/load-project";
import { type Stack, stacksOf } from "../../project/stacks";
import { type ComponentUse, componentUses } from "./component-uses";
import { type ConsumerEnvironment, consumersIn, type Expectation, expectationsIn } from "./consumers";
import { type Environment, environmentsOf } from "./environments";
import { type Recipe, recipesOf } from "./recipes";

/** A project with what more than one rule asks of it, worked out once for all of them. */
export interface CheckContext {
  readonly project: Project;
  /** The image definitions that could be read, by name. */
  readonly images: ReadonlyMap<string, ImageDefinition>;
  /** The container definitions that could be read, by name. */
  readonly containers: ReadonlyMap<string, ContainerDefinition>;
  /** All images that could be read, then all containers. */
  readonly recipes: readonly Recipe[];
  /** The components of this project among those of each image and container. */
  readonly componentUses: ReadonlyMap<Recipe, readonly ComponentUse[]>;
  /** The environments that could be read, in the order of their files. */
  readonly environments: readonly Environment[];
  readonly stacks: readonly Stack[];
  /** The environments that receive images. */
  readonly consumers: readonly ConsumerEnvironment[];
  /** What they expect of environments that could be read and are in another account. */
  readonly expectations: readonly Expectation[];
}

export function contextOf(project: Project): CheckContext {
  const recipes = recipesOf(project);
  const environments = environmentsOf(project, recipes);
  const consumers = consumersIn(environments);
  return {
    project,
    images: project.definitions.images,
    containers: project.definitions.containers,
    recipes,
    componentUses: new Map(recipes.map((recipe) => [recipe, componentUses(recipe, project)])),
    environments,
    stacks: stacksOf(project),
    consumers,
    expectations: expectationsIn(consumers, environments),
  };
}
