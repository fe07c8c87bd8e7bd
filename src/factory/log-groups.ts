import { fitsLogGroup, withoutSpaces } from "../aws/resource-name";
import type { Names } from "./names";
import { addressable, terraformName } from "./terraform-name";

export interface LogGroup {
  /** Name in Terraform. */
  readonly address: string;
  /** Name in AWS. */
  readonly name: string;
}

/**
 * The log groups of an image or container: of its builds, and of its pipeline. Image Builder names them, so their names follow from these. None where a name holds a space, which no log group can have.
 *
 * Source: Image Builder User Guide, "Amazon CloudWatch Logs integration": /aws/imagebuilder/<name of the image> and
 * /aws/imagebuilder/pipeline/<name of the pipeline>.
 */
export function logGroupsOf(image: string, names: Names): readonly LogGroup[] {
  if (![names.recipe(image), names.pipeline(image)].every(fitsLogGroup)) return [];
  return [
    { address: terraformName(image), name: `/aws/imagebuilder/${names.recipe(image)}` },
    // No name of an image comes out as one that starts with an underscore and a letter.
    {
      address: addressable(`_pipeline-${withoutSpaces(image)}`),
      name: `/aws/imagebuilder/pipeline/${names.pipeline(image)}`,
    },
  ];
}
