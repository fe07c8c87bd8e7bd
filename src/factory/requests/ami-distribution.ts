import { nonEmpty } from "../../collections/non-empty";
import type { KmsKey } from "../../model/recipe";
import type { Distribution, FastLaunch } from "../distribution";
import { optionalText, type Text, texts } from "./text";

/**
 * Returns the distribution to a region that receives the AMI.
 *
 * @param keyArn returns the ARN of a key in a region; undefined if it is not known yet
 * Source: Image Builder API Reference, Distribution.
 */
export function amiDistribution<Key extends string | undefined>(
  distribution: Distribution,
  text: Text,
  keyArn: (key: KmsKey, region: string) => Key,
) {
  const { region, kmsKey, licenses } = distribution;
  return {
    region,
    amiDistributionConfiguration: {
      name: optionalText(distribution.amiName, text),
      description: optionalText(distribution.description, text),
      amiTags: texts(distribution.amiTags, text),
      kmsKeyId: kmsKey && keyArn(kmsKey, region),
      targetAccountIds: nonEmpty(distribution.copyToAccounts),
      launchPermission: launchPermission(distribution.share),
    },
    launchTemplateConfigurations: nonEmpty(
      distribution.launchTemplates.map(({ id, account, setDefault }) => ({
        launchTemplateId: id,
        accountId: account,
        setDefaultVersion: setDefault,
      })),
    ),
    ssmParameterConfigurations: nonEmpty(
      distribution.ssmParameters.map(({ name, account, dataType }) => ({
        parameterName: text(name),
        amiAccountId: account,
        dataType,
      })),
    ),
    fastLaunchConfigurations: nonEmpty(distribution.fastLaunch.map((each) => fastLaunch(each, text))),
    licenseConfigurationArns: nonEmpty(licenses),
    s3ExportConfiguration: distribution.export && {
      s3Bucket: distribution.export.bucket,
      s3Prefix: optionalText(distribution.export.prefix, text),
      diskImageFormat: distribution.export.format,
      roleName: text(distribution.export.role),
    },
  };
}

/** Returns the launch permission. Undefined if the AMI is not shared, because the API refuses an empty permission. */
function launchPermission({ public: isPublic, accounts, organizations, organizationalUnits }: Distribution["share"]) {
  if (!isPublic && accounts.length + organizations.length + organizationalUnits.length === 0) return undefined;
  return {
    // "all" makes the AMI public. Source: EC2 API Reference, LaunchPermission.
    userGroups: isPublic ? ["all"] : undefined,
    userIds: nonEmpty(accounts),
    organizationArns: nonEmpty(organizations),
    organizationalUnitArns: nonEmpty(organizationalUnits),
  };
}

function fastLaunch({ account, launchTemplate, maxParallelLaunches, snapshots }: FastLaunch, text: Text) {
  return {
    enabled: true,
    accountId: account,
    maxParallelLaunches,
    snapshotConfiguration: { targetResourceCount: snapshots },
    launchTemplate: launchTemplate && {
      launchTemplateId: launchTemplate.id,
      launchTemplateName: optionalText(launchTemplate.name, text),
      launchTemplateVersion: text(launchTemplate.version),
    },
  };
}
