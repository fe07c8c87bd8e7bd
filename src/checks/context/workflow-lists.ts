import type { RecipeKind } from "../../model/recipe";
import type { WorkflowReference } from "../../model/workflow-reference";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { CheckContext } from "./check-context";
import type { Environment } from "./environments";

/** The workflows of an image or container, or of a further pipeline that replaces them. */
export interface WorkflowList {
  readonly kind: RecipeKind;
  /** Name of the image or container. */
  readonly owner: string;
  readonly source: YamlSource;
  /** Path of the list. */
  readonly path: YamlPath;
  readonly workflows: readonly WorkflowReference[];
}

/** A workflow in a list, with its path. */
export interface WorkflowUse extends Pick<WorkflowList, "kind" | "owner"> {
  readonly reference: WorkflowReference;
  readonly path: YamlPath;
}

/** Returns the workflows of a list with their paths. */
export function workflowsIn({ kind, owner, path, workflows }: WorkflowList): WorkflowUse[] {
  return workflows.map((reference, index) => ({ kind, owner, reference, path: [...path, index] }));
}

/** Returns the workflow lists of images and containers. */
export function listsOfRecipes({ recipes }: CheckContext): WorkflowList[] {
  return recipes.map(({ kind, name, source, definition }) => ({
    kind,
    owner: name,
    source,
    path: ["workflows"],
    workflows: definition.workflows,
  }));
}

/** Returns the workflow lists of an environment's further pipelines. */
export function listsOfPipelines({ source, builds }: Environment): WorkflowList[] {
  return builds.flatMap(({ kind, owner, path, further }) =>
    further?.workflows === undefined
      ? []
      : [{ kind, owner, source, path: [...path, "workflows"], workflows: further.workflows }],
  );
}
