import type { TerraformStack } from "cdktf";

import { oncePerKey } from "../src/collections/once-per";
import { DistributionConfiguration } from "../src/constructs/distribution-configuration";
import type { KeyArn } from "../src/constructs/key-arn";
import type { BuildSettings } from "../src/factory/build-settings";

/** Returns the ARN of a distribution configuration. */
export type DistributionArn = (distribution: NonNullable<BuildSettings["distribution"]>) => string;

/** Returns a function that creates each distribution configuration of a stack on first use. */
export function createDistributions(stack: TerraformStack, keyArn: KeyArn): DistributionArn {
  return oncePerKey(
    ({ id }) => id,
    (distribution) =>
      new DistributionConfiguration(stack, `distribution-configuration-${distribution.id}`, { distribution, keyArn })
        .arn,
  );
}
