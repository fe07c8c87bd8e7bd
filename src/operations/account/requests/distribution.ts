import type { CreateDistributionConfigurationCommandInput } from "@aws-sdk/client-imagebuilder";

import type { Distribution, DistributionConfiguration } from "../../../factory/distribution";
import { amiDistribution } from "../../../factory/requests/ami-distribution";
import { type DryRun, existingKey, freeName, unchanged } from "./request";

/** Builds the request for a distribution configuration. */
export function distributionRequest({
  name,
  description,
  targets,
}: DistributionConfiguration<Distribution>): DryRun<CreateDistributionConfigurationCommandInput> {
  const distributions = targets.map((target) => amiDistribution(target, unchanged, existingKey));
  return { name: freeName(name), description, distributions };
}
