import type { ImageFactory } from "../factory/image-factory";
import { buildsAnything, resolveFactory, type Versions } from "../factory/resolve-factory";
import { madeBy } from "../versions/environment-entry";
import { builderAdditions } from "./additions";
import { componentSource, mergedSource } from "./component-source";
import { dockerfileOf } from "./dockerfiles";
import { effectiveComponents } from "./effective-components";
import type { Project } from "./load-project";
import type { LockedProject } from "./lock";
import { readableContainers, readableEnvironments, readableImages } from "./readable";
import { recipeComponents } from "./recipe-components";
import { workflowSource } from "./workflow-source";

/** Resolves every environment of a checked project that builds, with the versions of its lock. */
export function resolveFactories(project: Project, lock: LockedProject, commit?: string): ImageFactory[] {
  const images = readableImages(project);
  const containers = readableContainers(project);
  const effective = effectiveComponents(project);
  const components = new Map(
    [...[...project.components.values()].map(componentSource), ...effective.merged.map(mergedSource)].map((source) => [
      source.document,
      source,
    ]),
  );
  const workflows = new Map([...project.workflows].map(([document, file]) => [document, workflowSource(file)]));
  const dockerfiles = new Map([...containers].map(([name, container]) => [name, dockerfileOf(container, project)]));
  const building = [...readableEnvironments(project)].filter(([, environment]) => buildsAnything(environment));
  return building.map(([name, environment]) => {
    const versions: Versions = {
      component: (document) => lock.componentVersion(document, name),
      workflow: (document) => lock.workflowVersion(document, name),
      imageRecipe: (image) => lock.recipeVersions.get(image)?.get(name) ?? "",
      containerRecipe: (container) => lock.containerVersions.get(container)?.get(name) ?? "",
      componentsOf: (recipe) =>
        recipeComponents(recipe, environment, effective, (document) => lock.componentVersion(document, name)),
      allOfImageRecipe: (image) => lock.history("imageRecipe", image),
      allOfContainerRecipe: (container) => lock.history("containerRecipe", container),
    };
    const remembered = lock.environments.get(name);
    const factory = resolveFactory({
      name,
      environment,
      images,
      containers,
      components,
      workflows,
      dockerfiles,
      versions,
      made: madeBy("builder", remembered?.made ?? new Map()),
      hadWorkflows: new Set(remembered?.workflows),
      commit,
    });
    return { ...factory, additions: builderAdditions(name, project) };
  });
}
