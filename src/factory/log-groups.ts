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
 * The log groups of an image or container: of its builds, and of its pipelines. Image Builder names them, so their names follow from these. None
 * where a name holds a space, which no log group can have.
 *
 * Source: Image Builder User Guide, "Amazon CloudWatch Logs integration": /aws/imagebuilder/<name of the image> and
 * /aws/imagebuilder/pipeline/<name of the pipeline>.
 *
 * @param builds all ways in which it is built; where there is none, it has no log group
 */
export function logGroupsOf(
  image: string,
  builds: readonly Pick<WrittenBuild, "id" | "key" | "schedule">[],
  names: Names,
): readonly LogGroup[] {
  const pipelines = builds.filter(({ schedule }) => schedule !== "no-pipeline");
  const recipe = names.recipe(image);
  const [own] = pipelines.filter(({ key }) => key === undefined);
  // That of the recipe alone would tell half of what happens.
  if (builds.length === 0 || !fitsLogGroup(recipe) || (own !== undefined && !fitsLogGroup(names.pipeline(image))))
    return [];
  return [
    { address: terraformName(image), name: `/aws/imagebuilder/${recipe}` },
    ...pipelines
      .map(({ id, key }) => ({ id, name: names.pipeline(image, key) }))
      .filter(({ name }) => fitsLogGroup(name))
      .map(({ id, name }) => ({
        // No name of an image comes out as one that starts with an underscore and a letter.
        address: addressable(`_pipeline-${withoutSpaces(id)}`),
        name: `/aws/imagebuilder/pipeline/${name}`,
      })),
  ];
}
