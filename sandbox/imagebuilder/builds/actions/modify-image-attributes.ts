import type { Fields } from "../../fields";
import { amiDescription } from "../ami-name";
import type { LaunchPermission } from "../world";
import type { Action } from "./action";
import { outcomeOf } from "./in-region";

/** Shares the AMIs as the distribution specifies. */
export const modifyImageAttributes: Action = async function* ({ build }) {
  const modifiedImages = [];
  for (const ami of build.distributed) {
    const distribution = build.distributions.find(({ region }) => region === ami.region);
    const { launchPermission } = (distribution?.amiDistributionConfiguration ?? {}) as Fields;
    if (launchPermission !== undefined) await build.site.world.shareImage(ami, launchPermission as LaunchPermission);
    const { name } = amiDescription(build, ami.region);
    modifiedImages.push(outcomeOf(ami, name, build.site.now().toISOString(), undefined));
    yield "progress";
  }
  return { modifiedImages };
};
