import { type Fields, text } from "../../fields";
import { amiDescription } from "../ami-name";
import type { Build } from "../build";
import type { RegionFailure } from "../failure";
import type { Ami } from "../world";
import type { Action } from "./action";
import { inRegion, outcomeOf, requireAll } from "./in-region";

/** Writes the AMIs to launch templates and parameters. The image has the state INTEGRATING. */
export const applyImageConfigurations: Action = async function* ({ build }) {
  await build.enter("INTEGRATING");
  yield "progress";
  const configuredImages = [];
  const failures: RegionFailure[] = [];
  for (const ami of build.distributed) {
    const failed = await configure(build, ami);
    failures.push(...failed);
    const { name } = amiDescription(build, ami.region);
    configuredImages.push(outcomeOf(ami, name, build.site.now().toISOString(), failed[0]));
    yield "progress";
  }
  const outputs = { configuredImages };
  requireAll(build, "Integration", outputs, failures);
  return outputs;
};

async function configure(build: Build, ami: Ami): Promise<RegionFailure[]> {
  const { world, place } = build.site;
  const distribution = build.distributions.find(({ region }) => region === ami.region) ?? {};
  const isFor = (accountId: unknown): boolean => (accountId ?? place.account) === ami.accountId;
  const list = (field: string): readonly Fields[] => (distribution[field] ?? []) as readonly Fields[];
  const failures: (RegionFailure | undefined)[] = [];
  for (const { launchTemplateId, accountId, setDefaultVersion } of list("launchTemplateConfigurations")) {
    if (!isFor(accountId)) continue;
    // Source: AWS's sample for AMIs of other accounts. A launch template in another account gets the AMI of the account that built it.
    const made = build.distributed.find((each) => each.region === ami.region && each.accountId === place.account);
    const written = { ...ami, imageId: made?.imageId ?? ami.imageId };
    const update = () => world.updateLaunchTemplate(written, String(launchTemplateId), setDefaultVersion === true);
    failures.push(await inRegion(build, ami, "UPDATE_LAUNCH_TEMPLATES", update));
  }
  for (const parameter of list("ssmParameterConfigurations")) {
    if (!isFor(parameter.amiAccountId)) continue;
    const put = () => world.putParameter(ami, text(parameter, "parameterName"), text(parameter, "dataType") || "text");
    failures.push(await inRegion(build, ami, "PUT_SSM_PARAMETERS", put));
  }
  for (const { accountId } of list("fastLaunchConfigurations")) {
    if (!isFor(accountId)) continue;
    failures.push(await inRegion(build, ami, "UPDATE_FAST_LAUNCH_CONFIGURATIONS", () => Promise.resolve()));
  }
  return failures.filter((failure) => failure !== undefined);
}
