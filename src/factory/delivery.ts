import type { Distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { YamlPath } from "../problems/yaml-source";
import { writtenTargets } from "./written-builds";

/** One region that an image goes to, as it concerns one account other than the one that builds. */
export interface Delivery {
  readonly image: string;
  readonly target: Distribution;
  /** Where the environment says it. */
  readonly path: YamlPath;
  /** Whether the account gets a copy of its own. */
  readonly copied: boolean;
  /** `maybe` where it is shared with organizations, of which the project does not know the accounts. */
  readonly shared: "yes" | "maybe" | "no";
  readonly launchTemplates: Distribution["launchTemplates"];
  readonly ssmParameters: Distribution["ssmParameters"];
}

/** Every distribution of every image that an environment builds, as it concerns `account`; most do not at all. */
export function deliveriesTo(account: string, environment: EnvironmentDefinition): Delivery[] {
  return writtenTargets(environment).map(({ image, target, path }) => ({
    image,
    target,
    path,
    copied: target.copyTo?.accounts.includes(account) === true,
    shared: sharedWith(account, target),
    launchTemplates: target.launchTemplates.filter((template) => template.account === account),
    ssmParameters: target.ssmParameters.filter((parameter) => parameter.account === account),
  }));
}

/** Whether Image Builder acts in the account, for which it needs a role there; to share, it need not. */
export function actsThere({ copied, launchTemplates, ssmParameters }: Delivery): boolean {
  return copied || launchTemplates.length > 0 || ssmParameters.length > 0;
}

function sharedWith(account: string, { share }: Distribution): Delivery["shared"] {
  if (share.public === true || share.accounts.includes(account)) return "yes";
  return share.organizations.length + share.organizationalUnits.length > 0 ? "maybe" : "no";
}
