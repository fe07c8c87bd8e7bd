import { own } from "../collections/own";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { documentOf } from "../model/component-reference";
import type { Names } from "./names";
import type { Component, DocumentKind, PublishedDocument, Workflow } from "./published-document";
import type { LockedRecipe } from "./resolved-recipe";
import { buildsOf } from "./written-builds";

/** A document of the project, independent of the environment. */
export type SourceOf<Document extends PublishedDocument> = Omit<Document, "name" | "version" | "tags" | "retain">;

/** All documents of the project, including merged components, with their versions in one environment. */
export interface Documents {
  readonly components: readonly SourceOf<Component>[];
  readonly workflows: readonly SourceOf<Workflow>[];
  readonly documentVersion: (kind: DocumentKind, document: string) => string;
}

interface Context extends Documents {
  readonly environment: EnvironmentDefinition;
  readonly names: Names;
  readonly recipes: readonly LockedRecipe[];
}

/** Returns the components that an environment publishes: those that it lists, and those that its recipes use. */
export function usedComponents(context: Context): Component[] {
  const used = context.recipes.flatMap(({ references }) => references.map(documentOf));
  const { retainComponents: retain } = context.environment;
  return usedDocuments("component", context.components, used, context).map((component) => ({ ...component, retain }));
}

/** Returns the workflows that an environment publishes: those that it lists, and those that its pipelines use. */
export function usedWorkflows(context: Context): Workflow[] {
  const used = context.recipes.flatMap(({ kind, name, definition, built }) =>
    buildsOf(kind, name, built).flatMap(({ further }) => (further?.workflows ?? definition.workflows).map(documentOf)),
  );
  return usedDocuments("workflow", context.workflows, used, context);
}

/** Returns the listed and used documents with their settings: those of the environment, otherwise those of the document. */
function usedDocuments<Source extends SourceOf<PublishedDocument>>(
  kind: DocumentKind,
  sources: readonly Source[],
  used: readonly (string | undefined)[],
  { environment, names, documentVersion }: Context,
) {
  const settings = environment[`${kind}s`];
  const published = new Set([...Object.keys(settings), ...used]);
  return sources
    .filter(({ document }) => published.has(document))
    .map((source) => {
      const { document } = source;
      const { description, changeDescription, kmsKey, tags } = own(settings, document) ?? {};
      return {
        ...source,
        description: description ?? source.description,
        changeDescription,
        kmsKey,
        tags: tags ?? {},
        name: names[kind](document),
        version: documentVersion(kind, document),
      };
    });
}
