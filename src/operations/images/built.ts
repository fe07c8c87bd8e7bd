import type { Place } from "../../aws/place";
import { arnName } from "../../aws/resource-name";
import { type Built, builtIn } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { ImagePipeline } from "../../factory/pipeline";
import { UserError } from "../../files/user-error";
import { writeOneOf } from "../../problems/suggest";
import { buildIdOf } from "./build-arn";

/** Returns the image or container of this name. @throws UserError if the environment does not build it */
export function builtNamed(factory: ImageFactory, name: string): Built {
  const found = builtIn(factory).find((built) => built.name === name);
  if (found !== undefined) return found;
  const names = builtIn(factory).map((built) => built.name);
  throw new UserError(
    names.length === 0
      ? `environment "${factory.environment}" builds nothing`
      : `environment "${factory.environment}" builds no image "${name}"; ${writeOneOf(name, names)}`,
  );
}

/** Returns the image or container of this name, or all without a name. @throws UserError if the environment does not build it */
export function oneOrAll(factory: ImageFactory, name: string | undefined): readonly Built[] {
  return name === undefined ? builtIn(factory) : [builtNamed(factory, name)];
}

/**
 * Finds an image or container, and its pipeline. `base` returns the first pipeline of `base` (undefined if it has none), `base/weekly` its
 * further pipeline `weekly`.
 *
 * @throws UserError if the environment does not build the image, or the image does not have the pipeline
 */
export function pipelineNamed(
  factory: ImageFactory,
  name: string,
): { readonly built: Built; readonly pipeline?: ImagePipeline } {
  const [owner = "", key] = name.split("/", 2);
  const built = builtNamed(factory, owner);
  if (key === undefined) return { built, pipeline: built.pipelines[0] };
  const pipeline = built.pipelines.find((each) => each.key === key);
  if (pipeline !== undefined) return { built, pipeline };
  const keys = built.pipelines.flatMap((each) => each.key ?? []);
  throw new UserError(
    keys.length === 0
      ? `"${owner}" has no further pipelines; write ${owner}`
      : `"${owner}" has no pipeline "${key}"; ${writeOneOf(key, keys)}`,
  );
}

/** Returns the image or container to which the ARN of a build belongs. Images have the names of their recipes in AWS. */
export function builtOfArn(factory: ImageFactory, arn: string): Built | undefined {
  return builtIn(factory).find(({ recipe }) => arnName(recipe.recipeName) === buildIdOf(arn)?.name);
}

/** Returns the ARN of a pipeline in an account and region. */
export function pipelineArn({ partition, region, account }: Place, pipeline: ImagePipeline): string {
  return `arn:${partition}:imagebuilder:${region}:${account}:image-pipeline/${arnName(pipeline.name)}`;
}
