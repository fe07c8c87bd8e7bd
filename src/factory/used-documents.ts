import type { DocumentSettings } from "../definitions/schema/document-settings";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { documentOf } from "../model/component-reference";
import type { Names } from "./names";
import type { Component, Workflow } from "./published-document";
import type { LockedRecipe } from "./resolved-recipe";
import { buildsOf } from "./written-builds";

/** A component document of the project, independent of the environment. */
export type ComponentSource = Omit<Component, "name" | "version" | "retain" | "tags">;
/** A workflow document of the project, independent of the environment. */
export type WorkflowSource = Omit<Workflow, "name" | "version" | "tags">;

/** All documents of the project, including merged components, with their versions in one environment. */
export interface Documents {
  readonly components: readonly ComponentSource[];
  readonly componentVersion: (document: string) => string;
  readonly workflows: readonly WorkflowSource[];
  readonly workflowVersion: (document: string) => string;
}

/** Returns the components that an environment publishes: those that it lists, and those that its recipes use. */
export function usedComponents(
  { components, componentVersion }: Documents,
  recipes: readonly LockedRecipe[],
  environment: EnvironmentDefinition,
  names: Names,
): Component[] {
  const used = new Set([
    ...Object.keys(environment.components),
    ...recipes.flatMap((recipe) => recipe.references.map(documentOf)),
  ]);
  return components
    .filter(({ document }) => used.has(document))
    .map((component) => ({
      ...component,
      ...settingsOf(component, environment.components),
      name: names.component(component.document),
      version: componentVersion(component.document),
      retain: environment.retainComponents,
    }));
}

/** Returns the workflows that an environment publishes: those that it lists, and those that its pipelines use. */
export function usedWorkflows(
  { workflows, workflowVersion }: Documents,
  recipes: readonly LockedRecipe[],
  environment: EnvironmentDefinition,
  names: Names,
): Workflow[] {
  const used = new Set([
    ...Object.keys(environment.workflows),
    ...recipes.flatMap(({ kind, name, definition, built }) =>
      buildsOf(kind, name, built).flatMap(({ further }) =>
        (further?.workflows ?? definition.workflows).map(documentOf),
      ),
    ),
  ]);
  return workflows
    .filter(({ document }) => used.has(document))
    .map((workflow) => ({
      ...workflow,
      ...settingsOf(workflow, environment.workflows),
      name: names.workflow(workflow.document),
      version: workflowVersion(workflow.document),
    }));
}

/** Returns the settings of a document: those of the environment, otherwise those of the document. */
function settingsOf(
  { document, description }: { readonly document: string; readonly description?: string },
  settings: Readonly<Record<string, DocumentSettings>>,
) {
  const said = Object.hasOwn(settings, document) ? settings[document] : undefined;
  return {
    description: said?.description ?? description,
    changeDescription: said?.changeDescription,
    kmsKey: said?.kmsKey,
    tags: said?.tags ?? {},
  };
}
