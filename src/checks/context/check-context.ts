import { groupBy } from "../../collections/group-by";
import type { BuildDefinitions } from "../../definitions/definitions";
import type { ImageDefinition } from "../../definitions/schema/image";
import type { RecipeKind } from "../../model/recipe";
import type { Project } from "../../project/load-project";
import { type Stack, stacksOf } from "../../project/stacks";
import { type ComponentUse, componentUses } from "./component-uses";
import { type ConsumerEnvironment, consumersIn, type Expectation, expectationsIn } from "./consumers";
import { type Environment, environmentsOf } from "./environments";
import { type Recipe, recipesOf } from "./recipes";

/**
 * A project with values that several rules need, each calculated once. If the values of an environment change images and containers, they
 * are as that environment sees them. For rules about the project as a whole, they are as the first environment that builds them sees them.
 */
export interface CheckContext {
  readonly project: Project;
  /** Image definitions that could be read, by name. */
  readonly images: ReadonlyMap<string, ImageDefinition>;
  /** Images that could be read, then containers. */
  readonly recipes: readonly Recipe[];
  /** Returns an image or container that could be read. */
  readonly recipeOf: (kind: RecipeKind, name: string | undefined) => Recipe | undefined;
  /** Uses of this project's components by each image and container. */
  readonly componentUses: ReadonlyMap<Recipe, readonly ComponentUse[]>;
  /** Environments that could be read, in the order of their files. */
  readonly environments: readonly Environment[];
  /** Returns the environments that build an image or container. */
  readonly buildersOf: (recipe: Recipe) => readonly Environment[];
  readonly stacks: readonly Stack[];
  /** Environments that receive images. */
  readonly consumers: readonly ConsumerEnvironment[];
  /** Images that consumers expect from environments that could be read and are in another account. */
  readonly expectations: readonly Expectation[];
  /** Contexts of the environments whose values change images or containers, by environment name. */
  readonly variants: ReadonlyMap<string, CheckContext>;
}

/** Calculates the context of a project, and those of its environments. */
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
  const asSeen = ({ images }: BuildDefinitions, of: readonly Recipe[]): CheckContext => {
    const byKey = new Map(of.map((recipe) => [keyOf(recipe), recipe]));
    return {
      ...common,
      images,
      recipes: of,
      recipeOf: (kind, name) => (name === undefined ? undefined : byKey.get(keyOf({ kind, name }))),
      componentUses: new Map(of.map((recipe) => [recipe, componentUses(recipe, project)])),
    };
  };
  const variants = [...definitions.variants].map(
    ([name, defined]) => [name, asSeen(defined, seen.get(name) ?? [])] as const,
  );
  return { ...asSeen(definitions, recipes), variants: new Map(variants) };
}

function buildersAmong(environments: readonly Environment[]): CheckContext["buildersOf"] {
  const builds = environments.flatMap((environment) => environment.entries.map((entry) => ({ ...entry, environment })));
  const byRecipe = groupBy(builds, keyOf);
  return (recipe) => byRecipe.get(keyOf(recipe))?.map(({ environment }) => environment) ?? [];
}

function keyOf({ kind, name }: Pick<Recipe, "kind" | "name">): string {
  return `${kind} ${name}`;
}

/** Returns the context of an environment, with its values in images and containers. */
export function contextIn(environment: string, context: CheckContext): CheckContext {
  return context.variants.get(environment) ?? context;
}
