import { parseArn } from "../../aws/arn";
import { partitionOfRegion } from "../../aws/regions";
import type { YamlPath } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";
import type { Recipe } from "../context/recipes";
import { type WrittenArn, writtenArns } from "./written-texts";

/** An ARN that is in another partition than the place where it is used, or in another region. */
export interface MisplacedArn {
  readonly of: "partition" | "region";
  readonly path: YamlPath;
  readonly message: string;
  readonly fix: string;
}

/** Returns the misplaced ARNs of an image or container, each for the first environment in which it is wrong. */
export function misplacedInRecipe(recipe: Recipe, { buildersOf }: CheckContext): MisplacedArn[] {
  const regions = [...new Set(buildersOf(recipe).map(({ value }) => value.region))];
  return writtenArns(recipe.definition).flatMap((written) =>
    regions.flatMap((region) => misplaced({ ...written, region }, partitionOfRegion(region)) ?? []).slice(0, 1),
  );
}

/** Returns the misplaced ARNs of an environment. */
export function misplacedInEnvironment({ value }: Environment): MisplacedArn[] {
  const partition = partitionOfRegion(value.region);
  // The state may be in another partition than the environment, so only its region is compared.
  return writtenArns(value).flatMap(
    (written) => misplaced(written, written.path[0] === "state" ? undefined : partition) ?? [],
  );
}

function misplaced({ path, arn, region }: WrittenArn, partition?: string): MisplacedArn | undefined {
  const { partition: itsPartition = "", service = "", region: itsRegion = "" } = parseArn(arn) ?? {};
  if (partition !== undefined && itsPartition !== partition) {
    const message = `"${arn}" is in partition "${itsPartition}", but is used in "${partition}"`;
    return { of: "partition", path, message, fix: `write arn:${partition}:…` };
  }
  if (region === undefined || itsRegion === "" || itsRegion === region) return undefined;
  const message = `"${arn}" is in region "${itsRegion}", but is used in "${region}"`;
  const fix = `write the ARN of one in ${region}: arn:${itsPartition}:${service}:${region}:…`;
  return { of: "region", path, message, fix };
}
