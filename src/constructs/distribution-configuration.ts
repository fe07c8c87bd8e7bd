import {
  ImagebuilderDistributionConfiguration,
  type ImagebuilderDistributionConfigurationDistribution,
} from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { Construct } from "constructs";

import type { Distribution } from "../factory/distribution";
import type { KeyArn } from "./key-arn";
import { filled, literal, literals, optionalLiteral } from "./terraform-literal";

export interface DistributionConfigurationProps {
  readonly name: string;
  readonly distributions: readonly Distribution[];
  /** ARN of a key in a region. */
  readonly keyArn: KeyArn;
}

/** Where the AMI goes: regions, and in each its name, its tags, who may launch it and who gets a copy. */
export class DistributionConfiguration extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DistributionConfigurationProps) {
    super(scope, id);
    const resource = new ImagebuilderDistributionConfiguration(this, "resource", {
      name: props.name,
      distribution: props.distributions.map((distribution) => distributionBlock(distribution, props.keyArn)),
      // A pipeline may still use the one that is replaced.
      lifecycle: { createBeforeDestroy: true },
    });
    resource.overrideLogicalId(props.name);
    this.arn = resource.arn;
  }
}

function distributionBlock(
  distribution: Distribution,
  keyArn: KeyArn,
): ImagebuilderDistributionConfigurationDistribution {
  return {
    region: distribution.region,
    amiDistributionConfiguration: {
      name: literal(distribution.amiName),
      description: optionalLiteral(distribution.description),
      amiTags: literals(distribution.amiTags),
      kmsKeyId: distribution.kmsKey && keyArn(distribution.kmsKey, distribution.region),
      targetAccountIds: filled(distribution.copyToAccounts),
      launchPermission: launchPermission(distribution.share),
    },
    launchTemplateConfiguration: filled(
      distribution.launchTemplates.map((template) => ({
        launchTemplateId: template.id,
        accountId: template.account,
        default: template.setDefault,
      })),
    ),
    ssmParameterConfiguration: filled(
      distribution.ssmParameters.map((parameter) => ({
        parameterName: parameter.name,
        amiAccountId: parameter.account,
        dataType: parameter.dataType,
      })),
    ),
  };
}

/** Undefined where nobody is named: the API refuses an empty one. */
function launchPermission({ accounts, organizations, organizationalUnits }: Distribution["share"]) {
  if (accounts.length + organizations.length + organizationalUnits.length === 0) return undefined;
  return {
    userIds: filled(accounts),
    organizationArns: filled(organizations),
    organizationalUnitArns: filled(organizationalUnits),
  };
}
