import { withoutSpaces } from "../aws/resource-name";
import { terraformName } from "./terraform-name";

/**
 * The log groups of an image or container: of its builds, and of its pipeline.
 *
 * Source: Image Builder User Guide, "Amazon CloudWatch Logs integration": /aws/imagebuilder/<name of the image> and
 * /aws/imagebuilder/pipeline/<name of the pipeline>.
 */
export function logGroupsOf(image: string): readonly { readonly address: string; readonly name: string }[] {
  return [
    { address: terraformName(image), name: `/aws/imagebuilder/${image}` },
    // No name of an image comes out as one that starts with an underscore and a letter.
    { address: `_pipeline-${withoutSpaces(image)}`, name: `/aws/imagebuilder/pipeline/${image}` },
  ];
}
