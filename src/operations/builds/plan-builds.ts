import { type Built, builtIn } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { ImagePipeline } from "../../factory/pipeline";
import { UserError } from "../../files/user-error";
import { builtNamed, pipelineNamed } from "../images/built";

/** An image to build, and those of the same order that have to be there before. */
export interface PlannedBuild {
  readonly built: Built;
  /** The pipeline that builds it; absent where it has none. */
  readonly pipeline?: ImagePipeline;
  /** Name of an image of the same order. */
  readonly after?: string;
  /** Why it is built although nobody named it. */
  readonly because?: "never built" | "chain";
}

/**
 * What to build, parents first: what is named, with all parents where `all` is set, else with those that were never built, for nothing can be built on
 * these.
 *
 * @param names of images and containers; `base/weekly` is a further pipeline of one
 * @param wasBuilt whether there is an image of that name that others can stand on
 */
export async function planBuilds(
  factory: ImageFactory,
  names: readonly string[],
  { all, wasBuilt }: { readonly all: boolean; readonly wasBuilt: (name: string) => Promise<boolean> },
): Promise<readonly PlannedBuild[]> {
  const because = new Map<string, PlannedBuild["because"]>();
  const pipelines = new Map<string, ImagePipeline | undefined>();
  for (const name of names) {
    const { built, pipeline } = pipelineNamed(factory, name);
    if (because.has(built.name) && pipelines.get(built.name) !== pipeline)
      throw new UserError(`"${built.name}" is asked for with two pipelines; build one after the other`);
    because.set(built.name, undefined);
    pipelines.set(built.name, pipeline);
  }
  for (const name of [...because.keys()]) {
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

/** The images of the environment that one stands on, the nearest first. */
function parentsOf(factory: ImageFactory, name: string): readonly Built[] {
  const parent = builtIn(factory).find((built) => built.name === builtNamed(factory, name).standsOn);
  return parent === undefined ? [] : [parent, ...parentsOf(factory, parent.name)];
}
