import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { Construct } from "constructs";

import type {
  ContainerDistribution,
  Distribution,
  DistributionConfiguration as Configuration,
} from "../factory/distribution";
import { terraformName } from "../factory/terraform-name";
import { amiDistribution } from "./ami-distribution";
import { containerDistribution } from "./container-distribution";
import type { KeyArn } from "./key-arn";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface DistributionConfigurationProps {
  readonly distribution: Configuration<Distribution | ContainerDistribution>;
  /** Returns the ARN of a KMS key in a region. */
  readonly keyArn: KeyArn;
}

/** A distribution configuration: the regions that receive an AMI or a container image. */
export class DistributionConfiguration extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DistributionConfigurationProps) {
    super(scope, id);
    const { distribution } = props;
    const resource = new ImagebuilderDistributionConfiguration(this, "resource", {
      name: literal(distribution.name),
      description: optionalLiteral(distribution.description),
      tags: literals(distribution.tags),
      distribution: distribution.targets.map((target) =>
        "repository" in target ? containerDistribution(target) : amiDistribution(target, props.keyArn),
      ),
      // A pipeline may still use the old configuration.
      lifecycle: { createBeforeDestroy: true },
    });
    resource.overrideLogicalId(terraformName(distribution.id));
    this.arn = resource.arn;
  }
}
