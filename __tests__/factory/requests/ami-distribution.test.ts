import type { Distribution } from "../../../src/factory/distribution";
import { amiDistribution } from "../../../src/factory/requests/ami-distribution";

/** Marks each text that passes through the function that writes texts. */
const written = (text: string) => `<${text}>`;
const account = "111122223333";
const organization = "arn:aws:organizations::123456789012:organization/o-abcdefghij";
const unit = "arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-abcd-12345678";
const nobody = { accounts: [], organizations: [], organizationalUnits: [] };
const bare: Distribution = {
  region: "eu-west-1",
  amiTags: {},
  copyToAccounts: [],
  share: nobody,
  ssmParameters: [],
  launchTemplates: [],
  fastLaunch: [],
  licenses: [],
};

function requested(settings: Partial<Distribution> = {}) {
  return amiDistribution({ ...bare, ...settings }, written, (key, region) =>
    typeof key === "string" ? key : `the key of ${region}`,
  );
}

/** The part of the request about the AMI itself. */
const ami = (settings: Partial<Distribution>) => requested(settings).amiDistributionConfiguration;

it("omits what is not set, because the API refuses empty lists", () => {
  expect(requested()).toEqual({ region: "eu-west-1", amiDistributionConfiguration: {} });
});

it("writes the texts of users, but not ids and ARNs", () => {
  const settings = { amiName: "golden", description: "d", amiTags: { key: "value" }, copyToAccounts: [account] };
  expect(ami({ ...settings, kmsKey: "arn:aws:kms:eu-west-1:123456789012:key/mrk-1" })).toEqual({
    name: "<golden>",
    description: "<d>",
    amiTags: { "<key>": "<value>" },
    kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/mrk-1",
    targetAccountIds: [account],
  });
});

it("encrypts with a created key by its ARN in the target region", () => {
  expect(ami({ kmsKey: { created: true } })).toEqual({ kmsKeyId: "the key of eu-west-1" });
});

test.each<[string, Distribution["share"], object]>([
  ["accounts", { ...nobody, accounts: [account] }, { userIds: [account] }],
  ["organizations", { ...nobody, organizations: [organization] }, { organizationArns: [organization] }],
  ["organizational units", { ...nobody, organizationalUnits: [unit] }, { organizationalUnitArns: [unit] }],
  [
    "organizations and their units",
    { ...nobody, organizations: [organization], organizationalUnits: [unit] },
    { organizationArns: [organization], organizationalUnitArns: [unit] },
  ],
  [
    "accounts and organizations",
    { ...nobody, accounts: [account], organizations: [organization] },
    { userIds: [account], organizationArns: [organization] },
  ],
  ["everybody", { ...nobody, public: true }, { userGroups: ["all"] }],
])("an AMI is shared with %s", (_title, share, launchPermission) => {
  expect(ami({ share })).toEqual({ launchPermission });
});

it("names the launch templates and SSM parameters that receive the AMI", () => {
  expect(
    requested({
      launchTemplates: [{ id: "lt-0123456789abcdef0", account, setDefault: false }],
      ssmParameters: [{ name: "/golden/base", account, dataType: "aws:ec2:image" }],
      licenses: ["arn:aws:license-manager:eu-west-1:123456789012:license-configuration:lic-1"],
    }),
  ).toEqual({
    region: "eu-west-1",
    amiDistributionConfiguration: {},
    launchTemplateConfigurations: [
      { launchTemplateId: "lt-0123456789abcdef0", accountId: account, setDefaultVersion: false },
    ],
    ssmParameterConfigurations: [{ parameterName: "</golden/base>", amiAccountId: account, dataType: "aws:ec2:image" }],
    licenseConfigurationArns: ["arn:aws:license-manager:eu-west-1:123456789012:license-configuration:lic-1"],
  });
});

it("enables Fast Launch in each account, with a launch template only if one is set", () => {
  const settings = { account, maxParallelLaunches: 6, snapshots: 5 };
  expect(
    requested({
      fastLaunch: [settings, { ...settings, launchTemplate: { name: "windows", version: "$Latest" } }],
    }).fastLaunchConfigurations,
  ).toEqual([
    { enabled: true, accountId: account, maxParallelLaunches: 6, snapshotConfiguration: { targetResourceCount: 5 } },
    {
      enabled: true,
      accountId: account,
      maxParallelLaunches: 6,
      snapshotConfiguration: { targetResourceCount: 5 },
      launchTemplate: { launchTemplateName: "<windows>", launchTemplateVersion: "<$Latest>" },
    },
  ]);
});

it("exports the AMI to a bucket", () => {
  const exported = { bucket: "disk-images", format: "VMDK", role: "vmimport" } as const;
  expect(requested({ export: { ...exported, prefix: "golden/" } }).s3ExportConfiguration).toEqual({
    s3Bucket: "disk-images",
    s3Prefix: "<golden/>",
    diskImageFormat: "VMDK",
    roleName: "<vmimport>",
  });
});
