import type { TerraformStack } from "cdktf";

import { DistributionConfiguration } from "../src/constructs/distribution-configuration";
import type { KeyArn } from "../src/constructs/key-arn";
import type { BuildSettings } from "../src/factory/build-settings";

/** ARN of a distribution configuration. */
export type DistributionArn = (distribution: NonNullable<BuildSettings["distribution"]>) => string;

/** Creates the distribution configurations of a stack, each where it is first used. */
export function createDistributions(stack: TerraformStack, keyArn: KeyArn): DistributionArn {
  const arns = new Map<string, string>();
  return (distribution) => {
    const known = arns.get(distribution.id);
    if (known !== undefined) return known;
    const { arn } = new DistributionConfiguration(stack, `distribution-configuration-${distribution.id}`, {
      distribution,
      keyArn,
    });
    arns.set(distribution.id, arn);
    return arn;
  };
}
