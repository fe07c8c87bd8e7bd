import { arnName } from "../aws/resource-name";
import { documentName, type Names, namesOf } from "../factory/names";
import type { ResolvedRecipe } from "../factory/resolved-recipe";
import { documentOf } from "../model/component-reference";
import type { Ledger } from "../versions/ledger";
import type { DefinedName } from "../versions/name-history";
import type { Resolved, ResolvedEnvironment } from "./resolved";

/** Names of the components, recipes and repositories to which recipes refer, by environment and then by key, such as `component linux/base`. */
export type DefinedNames = ReadonlyMap<string, ReadonlyMap<string, DefinedName>>;

/**
 * Returns the names of the components and recipes of each environment in AWS.
 *
 * @param ledger the ledger before it assigns versions. Names of resources that it does not know are new.
 */
export function definedNames({ environments }: Resolved, ledger: Ledger): DefinedNames {
  return new Map(
    [...environments].map(([name, environment]) => {
      const isFirst = !ledger.rememberedEnvironments.has(name);
      const defined = namesIn(environment, (kind, published) => isFirst || !ledger.knows(kind, published));
      return [name, new Map(defined.map((each) => [each.what, each]))] as const;
    }),
  );
}

type IsNew = (kind: "component" | "imageRecipe" | "containerRecipe", name: string) => boolean;

function namesIn({ definition, recipes }: ResolvedEnvironment, isNew: IsNew): DefinedName[] {
  const names = namesOf(definition);
  const used = [...recipes.values()].flatMap(({ references }) => references.map(documentOf));
  const documents = [...Object.keys(definition.components), ...used].filter((document) => document !== undefined);
  return [
    ...[...new Set(documents)].map((document) => ({
      what: componentKey(document),
      name: names.component(document),
      derived: documentName(document),
      isNew: isNew("component", document),
    })),
    ...[...recipes.values()].flatMap((recipe) =>
      namesOfRecipe(recipe, names, isNew(`${recipe.kind}Recipe`, recipe.name)),
    ),
  ];
}

function namesOfRecipe(recipe: ResolvedRecipe, names: Names, isNew: boolean): DefinedName[] {
  const { name } = recipe;
  const ofRecipe = { what: recipeKey(name), name: names.recipe(name), derived: name, isNew };
  // A repository name in the definition is part of the content.
  if (recipe.kind === "image" || recipe.built.repository.name !== undefined) return [ofRecipe];
  const repository = { what: repositoryKey(name), name: names.repository(name), derived: arnName(name), isNew };
  return [ofRecipe, repository];
}

export function componentKey(document: string): string {
  return `component ${document}`;
}

export function recipeKey(built: string): string {
  return `recipe ${built}`;
}

export function repositoryKey(container: string): string {
  return `repository ${container}`;
}
