import type { Distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { YamlPath } from "../problems/yaml-source";
import { writtenTargets } from "./written-builds";

/** A distribution of an image to a region, from the view of a consuming account. */
export interface Delivery {
  readonly image: string;
  readonly target: Distribution;
  /** Path of the distribution in the environment. */
  readonly path: YamlPath;
  /** True if the account gets a copy of the AMI. */
  readonly copied: boolean;
  /** `maybe` if the AMI is shared with organizations, because the project does not know their accounts. */
  readonly shared: "yes" | "maybe" | "no";
  readonly launchTemplates: Distribution["launchTemplates"];
  readonly ssmParameters: Distribution["ssmParameters"];
}

/** Returns all distributions of all images of an environment, from the view of `account`, including those that do not reach the account. */
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

/** Checks whether Image Builder acts in the account and thus needs a role there. Sharing needs no role. */
export function actsThere({ copied, launchTemplates, ssmParameters }: Delivery): boolean {
  return copied || launchTemplates.length > 0 || ssmParameters.length > 0;
}

function sharedWith(account: string, { share }: Distribution): Delivery["shared"] {
  if (share.public === true || share.accounts.includes(account)) return "yes";
  return share.organizations.length + share.organizationalUnits.length > 0 ? "maybe" : "no";
}
