import { nonEmpty } from "../collections/non-empty";
import type { Distribution, FastLaunch } from "../factory/distribution";
import type { KeyArn } from "./key-arn";
import { literal, literals, optionalLiteral } from "./terraform-literal";

/** Returns the distribution block of a region that receives the AMI. */
export function amiDistribution(distribution: Distribution, keyArn: KeyArn) {
  return {
    region: distribution.region,
    amiDistributionConfiguration: {
      name: optionalLiteral(distribution.amiName),
      description: optionalLiteral(distribution.description),
      amiTags: literals(distribution.amiTags),
      kmsKeyId: distribution.kmsKey && keyArn(distribution.kmsKey, distribution.region),
      targetAccountIds: nonEmpty(distribution.copyToAccounts),
      launchPermission: launchPermission(distribution.share),
    },
    launchTemplateConfiguration: nonEmpty(
      distribution.launchTemplates.map((template) => ({
        launchTemplateId: template.id,
        accountId: template.account,
        default: template.setDefault,
      })),
    ),
    ssmParameterConfiguration: nonEmpty(
      distribution.ssmParameters.map((parameter) => ({
        parameterName: literal(parameter.name),
        amiAccountId: parameter.account,
        dataType: parameter.dataType,
      })),
    ),
    fastLaunchConfiguration: nonEmpty(distribution.fastLaunch.map(fastLaunch)),
    licenseConfigurationArns: nonEmpty(distribution.licenses),
    s3ExportConfiguration: distribution.export && {
      s3Bucket: distribution.export.bucket,
      s3Prefix: optionalLiteral(distribution.export.prefix),
      diskImageFormat: distribution.export.format,
      roleName: literal(distribution.export.role),
    },
  };
}

/** Returns the launch permission. Undefined if the AMI is not shared, because the API refuses an empty permission. */
function launchPermission(share: Distribution["share"]) {
  const { accounts, organizations, organizationalUnits } = share;
  if (!share.public && accounts.length + organizations.length + organizationalUnits.length === 0) return undefined;
  return {
    // "all" makes the AMI public. Source: EC2 API Reference, LaunchPermission.
    userGroups: share.public ? ["all"] : undefined,
    userIds: nonEmpty(accounts),
    organizationArns: nonEmpty(organizations),
    organizationalUnitArns: nonEmpty(organizationalUnits),
  };
}

function fastLaunch({ account, launchTemplate, maxParallelLaunches, snapshots }: FastLaunch) {
  return {
    enabled: true,
    accountId: account,
    maxParallelLaunches,
    snapshotConfiguration: { targetResourceCount: snapshots },
    launchTemplate: launchTemplate && {
      launchTemplateId: launchTemplate.id,
      launchTemplateName: optionalLiteral(launchTemplate.name),
      launchTemplateVersion: literal(launchTemplate.version),
    },
  };
}
