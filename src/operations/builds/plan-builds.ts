import { type Built, builtIn } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { ImagePipeline } from "../../factory/pipeline";
import { UserError } from "../../files/user-error";
import { builtNamed, pipelineNamed } from "../images/built";

/** An image or container to build, and the planned build that has to end before it. */
export interface PlannedBuild {
  readonly built: Built;
  /** The pipeline that builds the image; undefined if the image has none. */
  readonly pipeline?: ImagePipeline;
  /** Name of the nearest parent in the same plan. Its build has to succeed first. */
  readonly after?: string;
  /** Why the image is built although the user did not name it. */
  readonly because?: "never built" | "chain";
}

/**
 * Finds the pipelines of the named images and containers, by the names of these. The pipeline is undefined if the image has none.
 *
 * @param names `base/weekly` selects the further pipeline `weekly` of `base`
 * @throws UserError if an image or pipeline does not exist, or if an image is named with two different pipelines
 */
export function pipelinesNamed(
  factory: ImageFactory,
  names: readonly string[],
): ReadonlyMap<string, ImagePipeline | undefined> {
  const pipelines = new Map<string, ImagePipeline | undefined>();
  for (const name of names) {
    const { built, pipeline } = pipelineNamed(factory, name);
    if (pipelines.has(built.name) && pipelines.get(built.name) !== pipeline)
      throw new UserError(`"${built.name}" is asked for with two pipelines; build one after the other`);
    pipelines.set(built.name, pipeline);
  }
  return pipelines;
}

/**
 * Plans the builds of images, parents first. The plan also includes all their parents if `all` is true, or else the parents that were never
 * built, because an image cannot be built without its parent.
 *
 * @param pipelines of the images to build: {@link pipelinesNamed}
 * @param wasBuilt whether a build of this image exists that other images can be based on
 */
export async function planBuilds(
  factory: ImageFactory,
  pipelines: ReadonlyMap<string, ImagePipeline | undefined>,
  { all, wasBuilt }: { readonly all: boolean; readonly wasBuilt: (name: string) => Promise<boolean> },
): Promise<readonly PlannedBuild[]> {
  const because = new Map<string, PlannedBuild["because"]>([...pipelines.keys()].map((name) => [name, undefined]));
  for (const name of pipelines.keys()) {
    for (const parent of parentsOf(factory, name)) {
      if (because.has(parent.name)) continue;
      if (all) because.set(parent.name, "chain");
      else if (!(await wasBuilt(parent.name))) because.set(parent.name, "never built");
    }
  }
  return builtIn(factory)
    .filter(({ name }) => because.has(name))
    .map((built) => ({
      built,
      pipeline: pipelines.get(built.name) ?? built.pipelines[0],
      because: because.get(built.name),
      after: parentsOf(factory, built.name).find(({ name }) => because.has(name))?.name,
    }));
}

/** Returns the images of the environment that an image is based on, the nearest first. */
function parentsOf(factory: ImageFactory, name: string): readonly Built[] {
  const parent = builtIn(factory).find((built) => built.name === builtNamed(factory, name).standsOn);
  return parent === undefined ? [] : [parent, ...parentsOf(factory, parent.name)];
}
