import type { ImageFactory } from "../factory/image-factory";
import { buildsAnything, resolveFactory } from "../factory/resolve-factory";
import { required } from "../model/required";
import { addressesIn, builderAdditions } from "./additions";
import { componentSource, mergedSource, workflowSource } from "./document-source";
import type { Project } from "./load-project";
import type { LockedProject } from "./lock";

/** Resolves all environments of a checked project that build images, with the versions of the lock. */
export function resolveFactories(project: Project, lock: LockedProject, commit?: string): ImageFactory[] {
  const { effective, environments } = lock.resolved;
  const components = [...[...project.components.values()].map(componentSource), ...effective.merged.map(mergedSource)];
  const workflows = [...project.workflows.values()].map(workflowSource);
  const building = [...environments].filter(([, { definition }]) => buildsAnything(definition));
  return building.map(([name, { definition, defined, recipes }]) => {
    const factory = resolveFactory({
      name,
      environment: definition,
      recipes: [...recipes.keys()].map((recipe) => required(lock.recipes.get(recipe)?.get(name), `"${recipe}"`)),
      images: defined.images,
      components,
      workflows,
      documentVersion: (kind, document) => lock.documentVersions[kind](document, name),
      remembered: lock.environments.get(name),
      commit,
    });
    return { ...factory, addresses: addressesIn(factory.stack, project), additions: builderAdditions(name, project) };
  });
}
