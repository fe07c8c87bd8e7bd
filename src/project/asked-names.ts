import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { arnName } from "../aws/resource-name";
import { documentName, namesOf } from "../factory/names";
import { documentOf } from "../model/component-reference";
import type { Ledger } from "../versions/ledger";
import type { AskedName } from "../versions/name-history";
import type { EffectiveComponents } from "./effective-components";

/** What recipes name: the components and recipes of an environment, and the repositories that it makes; by environment, then by what they are. */
export type AskedNames = ReadonlyMap<string, ReadonlyMap<string, AskedName>>;

/**
 * What the components and recipes of each environment are called in AWS.
 *
 * @param ledger before it has given any version: what it does not know yet had no name before
 */
export function askedNames(
  environments: ReadonlyMap<string, EnvironmentDefinition>,
  { references }: EffectiveComponents,
  ledger: Ledger,
): AskedNames {
  return new Map(
    [...environments].map(([environment, definition]) => {
      const names = namesOf(definition);
      const isFirst = !ledger.rememberedEnvironments.has(environment);
      const images = Object.keys(definition.images);
      const containers = Object.keys(definition.containers);
      const used = [...images, ...containers].flatMap((recipe) => references.get(recipe) ?? []);
      const documents = new Set([
        ...Object.keys(definition.components),
        ...used.map(documentOf).filter((document) => document !== undefined),
      ]);
      const asked = [
        ...[...documents].map((document) => ({
          what: componentKey(document),
          name: names.component(document),
          derived: documentName(document),
          isNew: isFirst || !ledger.knows("component", document),
        })),
        ...images.map((image) => ({
          what: recipeKey(image),
          name: names.recipe(image),
          derived: image,
          isNew: isFirst || !ledger.knows("imageRecipe", image),
        })),
        ...containers.flatMap((container) => {
          const isNew = isFirst || !ledger.knows("containerRecipe", container);
          // A name that is written is part of the content.
          const isWritten = definition.containers[container]?.repository.name !== undefined;
          return [
            { what: recipeKey(container), name: names.recipe(container), derived: container, isNew },
            ...(isWritten
              ? []
              : [
                  {
                    what: repositoryKey(container),
                    name: names.repository(container),
                    derived: arnName(container),
                    isNew,
                  },
                ]),
          ];
        }),
      ];
      return [environment, new Map(asked.map((each) => [each.what, each]))] as const;
    }),
  );
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
