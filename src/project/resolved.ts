import { type BuildDefinitions, definitionsIn } from "../definitions/definitions";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { listedIn } from "../factory/listed";
import { namesOf } from "../factory/names";
import { containerContent, imageContent } from "../factory/resolve-recipe";
import type { ResolvedRecipe } from "../factory/resolved-recipe";
import { dockerfileOf } from "./dockerfiles";
import { type EffectiveComponents, effectiveComponents } from "./effective-components";
import type { Project } from "./load-project";

/** The resolved definitions of a checked project, before the lock assigns versions. */
export interface Resolved {
  readonly effective: EffectiveComponents;
  readonly environments: ReadonlyMap<string, ResolvedEnvironment>;
}

export interface ResolvedEnvironment {
  readonly definition: EnvironmentDefinition;
  /** Images and containers of the project with the values of this environment. */
  readonly defined: BuildDefinitions;
  /** Recipes by name, images before containers. Images and containers never have the same name. */
  readonly recipes: ReadonlyMap<string, ResolvedRecipe>;
}

/** Resolves all environments of a checked project, including those that only receive images. */
export function resolveDefinitions(project: Project): Resolved {
  const effective = effectiveComponents(project);
  const environments = [...project.definitions.environments].map(([name, definition]) => {
    const defined = definitionsIn(name, project.definitions);
    return [name, { definition, defined, recipes: recipesIn(definition, defined, effective, project) }] as const;
  });
  return { effective, environments: new Map(environments) };
}

function recipesIn(
  environment: EnvironmentDefinition,
  { images, containers }: BuildDefinitions,
  { references: effective }: EffectiveComponents,
  project: Project,
): ReadonlyMap<string, ResolvedRecipe> {
  const context = { environment, names: namesOf(environment) };
  const recipes = listedIn(environment, images, containers).map((listed): ResolvedRecipe => {
    const { components } = listed.definition;
    const references = effective.get(components) ?? components;
    if (listed.kind === "image") return { ...listed, references, content: imageContent(listed, context, images) };
    const dockerfile = dockerfileOf(listed.definition, project);
    return { ...listed, references, content: containerContent(listed, context, containers, dockerfile) };
  });
  return new Map(recipes.map((recipe) => [recipe.name, recipe]));
}
