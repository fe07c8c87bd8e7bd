import { domainOf } from "../../../../src/aws/service-names";
import { type Fields, text } from "../../fields";
import type { Build } from "../build";
import type { RegionFailure } from "../failure";
import type { Action } from "./action";
import { inRegion, requireAll } from "./in-region";

/** Pushes the container image to the repositories of the distribution. */
export const distributeContainerImage: Action = async function* ({ build }) {
  const succeededRegions: string[] = [];
  const failures: RegionFailure[] = [];
  for (const distribution of build.distributions) {
    const region = text(distribution, "region");
    const target = { region, accountId: build.site.place.account };
    const failure = await inRegion(build, target, undefined, () => push(build, distribution));
    if (failure === undefined) succeededRegions.push(region);
    else failures.push(failure);
    yield "progress";
  }
  const failedRegions = failures.map(({ region }) => region);
  const outputs = { status: failures.length === 0 ? "Completed" : "Failed", succeededRegions, failedRegions };
  requireAll(build, "Distribution", outputs, failures);
  return outputs;
};

async function push(build: Build, distribution: Fields): Promise<void> {
  const { recipe, site, versionAndNumber } = build;
  const { account, partition } = site.place;
  const region = text(distribution, "region");
  const configuration = (distribution.containerDistributionConfiguration ?? {}) as Fields;
  const { repositoryName } = (configuration.targetRepository ?? recipe.targetRepository) as Fields;
  // Source: AWS's container samples. Every build pushes these two tags in addition to those of the distribution.
  const fixed = [versionAndNumber, `${recipe.name}-${versionAndNumber}`];
  const tags = [...fixed, ...((configuration.containerTags ?? []) as readonly string[])];
  await site.world.pushImage(region, String(repositoryName), tags);
  const domain = domainOf(partition);
  const repository = `${account}.dkr.ecr.${region}.${domain}/${String(repositoryName)}`;
  build.pushed = [
    ...build.pushed.filter((each) => each.region !== region),
    { region, imageUris: [`${repository}:${versionAndNumber}`] },
  ];
}
