import { fitsLogGroup, withoutSpaces } from "../aws/resource-name";
import type { Names } from "./names";
import { addressable, terraformName } from "./terraform-name";
import type { WrittenBuild } from "./written-builds";

export interface LogGroup {
  /** Name in Terraform. */
  readonly address: string;
  /** Name in AWS. */
  readonly name: string;
}

/**
 * Returns the log groups of the builds and pipelines of an image or container. Image Builder derives their names from the names of recipe and
 * pipeline. Names with spaces have no log group, because log group names do not allow spaces.
 *
 * Source: Image Builder User Guide, "Amazon CloudWatch Logs integration": /aws/imagebuilder/<name of the image> and
 * /aws/imagebuilder/pipeline/<name of the pipeline>.
 *
 * @param builds all builds of the image or container. Without any, there is no log group.
 */
export function logGroupsOf(
  image: string,
  builds: readonly Pick<WrittenBuild, "id" | "key" | "schedule">[],
  names: Names,
): readonly LogGroup[] {
  const pipelines = builds.filter(({ schedule }) => schedule !== "no-pipeline");
  const recipe = names.recipe(image);
  const [own] = pipelines.filter(({ key }) => key === undefined);
  // The log group of the recipe alone would contain only half of the logs.
  if (builds.length === 0 || !fitsLogGroup(recipe) || (own !== undefined && !fitsLogGroup(names.pipeline(image))))
    return [];
  return [
    { address: terraformName(image), name: `/aws/imagebuilder/${recipe}` },
    ...pipelines
      .map(({ id, key }) => ({ id, name: names.pipeline(image, key) }))
      .filter(({ name }) => fitsLogGroup(name))
      .map(({ id, name }) => ({
        // The Terraform name of an image never begins with an underscore and a letter, so this address is unique.
        address: addressable(`_pipeline-${withoutSpaces(id)}`),
        name: `/aws/imagebuilder/pipeline/${name}`,
      })),
  ];
}
