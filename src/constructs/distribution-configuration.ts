import {
  ImagebuilderDistributionConfiguration,
  type ImagebuilderDistributionConfigurationDistribution,
} from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { Construct } from "constructs";

import type { ContainerDistribution, Distribution } from "../factory/distribution";
import type { Labels } from "../factory/built";
import { amiDistribution } from "./ami-distribution";
import { containerDistribution } from "./container-distribution";
import type { KeyArn } from "./key-arn";
import { literal, literals, optionalLiteral } from "./terraform-literal";
import { terraformName } from "../factory/terraform-name";

export type DistributionConfigurationProps = {
  /** Name of the image or container; address in Terraform. */
  readonly name: string;
  readonly labels: Labels;
} & (AmiDistributions | ContainerDistributions);

interface AmiDistributions {
  readonly distributions: readonly Distribution[];
  /** ARN of a key in a region. */
  readonly keyArn: KeyArn;
}

interface ContainerDistributions {
  readonly containerDistributions: readonly ContainerDistribution[];
}

/** Where an AMI or a container image goes, region by region. */
export class DistributionConfiguration extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DistributionConfigurationProps) {
    super(scope, id);
    const { labels } = props;
    const resource = new ImagebuilderDistributionConfiguration(this, "resource", {
      name: literal(labels.name),
      description: optionalLiteral(labels.description),
      tags: literals(labels.tags),
      distribution: distributions(props),
      // A pipeline may still use the one that is replaced.
      lifecycle: { createBeforeDestroy: true },
    });
    resource.overrideLogicalId(terraformName(props.name));
    this.arn = resource.arn;
  }
}

function distributions(props: DistributionConfigurationProps): ImagebuilderDistributionConfigurationDistribution[] {
  if ("containerDistributions" in props) return props.containerDistributions.map(containerDistribution);
  return props.distributions.map((distribution) => amiDistribution(distribution, props.keyArn));
}
