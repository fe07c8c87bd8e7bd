import { type ImageFactory } from "../factory/image-factory";
import { resolveFactory } from "../factory/resolve-factory";
import { readableImages } from "./check-images";
import { componentSource } from "./component-source";
import type { Project } from "./load-project";

/** Resolves every environment of a checked project. */
export function resolveFactories(project: Project): ImageFactory[] {
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
            versionOfComponent: () => "1.0.0",
            versionOfRecipe: () => "1.0.0",
          }),
        ],
  );
}
