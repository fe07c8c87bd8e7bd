import { groupBy } from "../../collections/group-by";
import type { BuildDefinitions } from "../../definitions/definitions";
import type { ContainerDefinition } from "../../definitions/schema/container";
import type { ImageDefinition } from "../../definitions/schema/image";
import type { Project } from "../../project/load-project";
import { type Stack, stacksOf } from "../../project/stacks";
import { type ComponentUse, componentUses } from "./component-uses";
import { type ConsumerEnvironment, consumersIn, type Expectation, expectationsIn } from "./consumers";
import { type Environment, environmentsOf } from "./environments";
import { type Recipe, recipesOf } from "./recipes";

/**
 * A project with what more than one rule asks of it, worked out once for all of them. Images and containers are as one environment sees
 * them, where its values make a difference; for a rule of the project as a whole, as the first sees them that builds them.
 */
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
  /** Those that build an image or container. */
  readonly buildersOf: (recipe: Recipe) => readonly Environment[];
  readonly stacks: readonly Stack[];
  /** The environments that receive images. */
  readonly consumers: readonly ConsumerEnvironment[];
  /** What they expect of environments that could be read and are in another account. */
  readonly expectations: readonly Expectation[];
  /** The same by environment, where its values make a difference to images and containers. */
  readonly variants: ReadonlyMap<string, CheckContext>;
}

export function contextOf(project: Project): CheckContext {
  const { definitions } = project;
  const recipes = recipesOf(project, definitions);
  const seen = new Map(
    [...definitions.variants].map(([name, defined]) => [name, recipesOf(project, defined)] as const),
  );
  const environments = environmentsOf(project, (name) => seen.get(name) ?? recipes);
  const consumers = consumersIn(environments);
  const common = {
    project,
    environments,
    buildersOf: buildersAmong(environments),
    stacks: stacksOf(project),
    consumers,
    expectations: expectationsIn(consumers, environments),
    variants: new Map<string, CheckContext>(),
  };
  const asSeen = ({ images, containers }: BuildDefinitions, of: readonly Recipe[]): CheckContext => ({
    ...common,
    images,
    containers,
    recipes: of,
    componentUses: new Map(of.map((recipe) => [recipe, componentUses(recipe, project)])),
  });
  const variants = [...definitions.variants].map(
    ([name, defined]) => [name, asSeen(defined, seen.get(name) ?? [])] as const,
  );
  return { ...asSeen(definitions, recipes), variants: new Map(variants) };
}

function buildersAmong(environments: readonly Environment[]): CheckContext["buildersOf"] {
  const keyOf = ({ kind, name }: Pick<Recipe, "kind" | "name">): string => `${kind} ${name}`;
  const builds = environments.flatMap((environment) =>
    (["image", "container"] as const).flatMap((kind) =>
      Object.keys(environment.value[`${kind}s`]).map((name) => ({ kind, name, environment })),
    ),
  );
  const byRecipe = groupBy(builds, keyOf);
  return (recipe) => byRecipe.get(keyOf(recipe))?.map(({ environment }) => environment) ?? [];
}

/** The context as an environment sees it. */
export function contextIn(environment: string, context: CheckContext): CheckContext {
  return context.variants.get(environment) ?? context;
}
