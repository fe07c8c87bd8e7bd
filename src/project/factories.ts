import { type ImageFactory } from "../factory/image-factory";
import { resolveFactory } from "../factory/resolve-factory";
import { readableImages } from "./check-images";
import { componentSource } from "./component-source";
import type { LockedProject } from "./lock";
import type { Project } from "./load-project";

/** Resolves every environment of a checked project, with the versions of its lock. */
export function resolveFactories(project: Project, lock: LockedProject, commit?: string): ImageFactory[] {
  const images = readableImages(project);
  const components = new Map([...project.components].map(([document, file]) => [document, componentSource(file)]));
  return [...project.environments].flatMap(([name, { value }]) =>
    value === undefined
      ? []
      : [
          resolveFactory({
            name,
            environment: value,
            images,
            components,
            versionOfComponent: (document) => lock.componentVersions.get(document) ?? "",
            versionOfRecipe: (image) => lock.recipeVersions.get(image)?.get(name) ?? "",
            commit,
          }),
        ],
  );
}
