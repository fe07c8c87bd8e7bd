import { textAt } from "../review/plan/value";
import type { ResourceInstance } from "./state/state";
import type { Note } from "./translation/draft";

/** How a definition follows what a data source found, by type of the data source. */
const following: Readonly<Record<string, (name: string | undefined) => string>> = {
  aws_ssm_parameter: (name) => `to follow the parameter, write ssm: ${name ?? "its name"}`,
  aws_ami: () => "to look up the newest one, write ami: { owners: …, name: … }",
};

/**
 * Returns a note for each image whose parent a data source of the old code found. The definition has the AMI that it found last, so that
 * the recipe stays the same.
 *
 * @param recipes adopted recipes, by the path of their definition
 */
export function lookedUpParents(
  recipes: ReadonlyMap<string, ResourceInstance>,
  dataSources: readonly ResourceInstance[],
): Note[] {
  return [...recipes].flatMap(([file, { attributes }]) => {
    const parent = textAt(attributes, "parent_image");
    const source = dataSources.find(
      ({ attributes: found, type }) =>
        type in following && [textAt(found, "value"), textAt(found, "image_id")].includes(parent),
    );
    if (parent?.startsWith("ami-") !== true || source === undefined) return [];
    const follow = following[source.type]?.(textAt(source.attributes, "name")) ?? "";
    return [
      { about: file, says: `its parent is the AMI that ${source.address} found last; ${follow} instead of amis` },
    ];
  });
}
