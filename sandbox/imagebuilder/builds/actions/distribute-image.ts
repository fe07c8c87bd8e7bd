import { text } from "../../fields";
import { amiDescription } from "../ami-name";
import type { Build } from "../build";
import type { RegionFailure } from "../failure";
import type { Ami } from "../world";
import type { Action } from "./action";
import { inRegion, outcomeOf, requireAll } from "./in-region";

type Target = Omit<Ami, "imageId">;

/** Copies the AMI to the regions and accounts of the distribution. In the region of the build, it already exists. */
export const distributeImage: Action = async function* ({ build }) {
  const outcomes = [];
  const failures: RegionFailure[] = [];
  // There is no AMI if no workflow builds one.
  for (const target of build.amiId === undefined ? [] : targetsOf(build)) {
    const failure = await inRegion(build, target, undefined, () => distribute(build, target));
    if (failure !== undefined) failures.push(failure);
    const ami = build.distributed.find((each) => isAt(each, target));
    outcomes.push(outcomeOf(ami ?? target, nameIn(build, target), build.site.now().toISOString(), failure));
    yield "progress";
  }
  const outputs = { distributedImages: outcomes };
  requireAll(build, "Distribution", outputs, failures);
  return outputs;
};

/**
 * Returns the target regions and accounts. The build's own account is included in its own region, and in regions without target accounts.
 */
function targetsOf({ distributions, site }: Build): Target[] {
  const { account, region: home } = site.place;
  return distributions.flatMap((distribution) => {
    const region = text(distribution, "region");
    const { targetAccountIds = [] } = (distribution.amiDistributionConfiguration ?? {}) as {
      readonly targetAccountIds?: readonly string[];
    };
    const own = region === home || targetAccountIds.length === 0 ? [account] : [];
    return [...new Set([...own, ...targetAccountIds])].map((accountId) => ({ region, accountId }));
  });
}

async function distribute(build: Build, target: Target): Promise<void> {
  // A retried distribution skips finished targets.
  if (build.distributed.some((each) => isAt(each, target))) return;
  const { world, place } = build.site;
  const made: Ami = { region: place.region, accountId: place.account, imageId: build.amiId ?? "" };
  const imageId = isAt(made, target)
    ? made.imageId
    : await world.copyImage(made, target, amiDescription(build, target.region));
  build.distributed = [...build.distributed, { ...target, imageId }];
}

function isAt(ami: Target, target: Target): boolean {
  return ami.region === target.region && ami.accountId === target.accountId;
}

function nameIn(build: Build, { region }: Target): string {
  return amiDescription(build, region).name;
}
