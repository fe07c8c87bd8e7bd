import type { CreateDistributionConfigurationCommandInput } from "@aws-sdk/client-imagebuilder";

import { nonEmpty, nonEmptyMap } from "../../../collections/non-empty";
import type { Distribution, DistributionConfiguration } from "../../../factory/distribution";
import { type DryRun, existingKey, freeName } from "./request";

/** Builds the request for a distribution configuration. */
export function distributionRequest({
  name,
  description,
  targets,
}: DistributionConfiguration<Distribution>): DryRun<CreateDistributionConfigurationCommandInput> {
  return { name: freeName(name), description, distributions: targets.map(inRegion) };
}

function inRegion({
  region,
  amiName,
  description,
  amiTags,
  share,
  copyToAccounts,
  kmsKey,
  launchTemplates,
  ssmParameters,
  licenses,
}: Distribution) {
  const { accounts, organizations, organizationalUnits } = share;
  const isShared = share.public === true || accounts.length + organizations.length + organizationalUnits.length > 0;
  return {
    region,
    amiDistributionConfiguration: {
      name: amiName,
      description,
      amiTags: nonEmptyMap(amiTags),
      kmsKeyId: existingKey(kmsKey),
      targetAccountIds: nonEmpty(copyToAccounts),
      launchPermission: isShared
        ? {
            userGroups: share.public ? ["all"] : undefined,
            userIds: nonEmpty(accounts),
            organizationArns: nonEmpty(organizations),
            organizationalUnitArns: nonEmpty(organizationalUnits),
          }
        : undefined,
    },
    launchTemplateConfigurations: nonEmpty(
      launchTemplates.map(({ id, account, setDefault }) => ({
        launchTemplateId: id,
        accountId: account,
        setDefaultVersion: setDefault,
      })),
    ),
    ssmParameterConfigurations: nonEmpty(
      ssmParameters.map(({ name, account, dataType }) => ({
        parameterName: name,
        amiAccountId: account,
        dataType,
      })),
    ),
    licenseConfigurationArns: nonEmpty(licenses),
  };
}
