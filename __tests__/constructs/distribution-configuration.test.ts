import { DistributionConfiguration } from "../../src/constructs/distribution-configuration";
import type { ContainerDistribution, Distribution } from "../../src/factory/distribution";
import { resourcesOf } from "../helpers/synthesised";

const required: Distribution = {
  region: "us-east-1",
  amiName: "base-{{ imagebuilder:buildDate }}",
  amiTags: {},
  share: { accounts: [], organizations: [], organizationalUnits: [] },
  copyToAccounts: [],
  ssmParameters: [],
  launchTemplates: [],
  fastLaunch: [],
  licenses: [],
};
const configurationOf = (...distributions: Distribution[]) =>
  resourcesOf(
    (stack) =>
      new DistributionConfiguration(stack, "distribution", {
        distribution: { id: "base", name: "base", tags: {}, targets: distributions },
        keyArn: (key, region) => (typeof key === "string" ? key : `created key of ${region}`),
      }),
  ).aws_imagebuilder_distribution_configuration?.base;

describe("the distribution of an AMI", () => {
  it("with required props, sends nothing empty, and is created before the old one goes", () => {
    expect(configurationOf(required)).toEqual({
      name: "base",
      distribution: [
        { region: "us-east-1", ami_distribution_configuration: { name: "base-{{ imagebuilder:buildDate }}" } },
      ],
      lifecycle: { create_before_destroy: true },
    });
  });

  it("with all props, sends every text as it is written", () => {
    const all: Distribution = {
      region: "eu-west-1",
      amiName: "base-${x}",
      description: "Base %{x}",
      amiTags: { team: "${platform}" },
      share: { accounts: ["111122223333"], organizations: ["arn:o"], organizationalUnits: ["arn:ou"] },
      copyToAccounts: ["444455556666"],
      kmsKey: "arn:key",
      ssmParameters: [{ name: "/images/base", account: "123456789012", dataType: "text" }],
      launchTemplates: [{ id: "lt-1", account: "123456789012", setDefault: true }],
      fastLaunch: [
        {
          account: "123456789012",
          launchTemplate: { id: "lt-1", version: "$Default" },
          maxParallelLaunches: 6,
          snapshots: 5,
        },
        {
          account: "111122223333",
          launchTemplate: { name: "windows", version: "3" },
          maxParallelLaunches: 10,
          snapshots: 20,
        },
      ],
      licenses: ["arn:license"],
      export: { bucket: "exports", prefix: "base/${x}", format: "VMDK", role: "vmimport" },
    };
    expect(configurationOf(required, all)?.distribution).toEqual([
      { region: "us-east-1", ami_distribution_configuration: { name: "base-{{ imagebuilder:buildDate }}" } },
      {
        region: "eu-west-1",
        ami_distribution_configuration: {
          name: "base-$${x}",
          description: "Base %%{x}",
          ami_tags: { team: "$${platform}" },
          kms_key_id: "arn:key",
          target_account_ids: ["444455556666"],
          launch_permission: {
            user_ids: ["111122223333"],
            organization_arns: ["arn:o"],
            organizational_unit_arns: ["arn:ou"],
          },
        },
        ssm_parameter_configuration: [
          { parameter_name: "/images/base", ami_account_id: "123456789012", data_type: "text" },
        ],
        launch_template_configuration: [{ launch_template_id: "lt-1", account_id: "123456789012", default: true }],
        fast_launch_configuration: [
          {
            enabled: true,
            account_id: "123456789012",
            max_parallel_launches: 6,
            snapshot_configuration: { target_resource_count: 5 },
            launch_template: { launch_template_id: "lt-1", launch_template_version: "$Default" },
          },
          {
            enabled: true,
            account_id: "111122223333",
            max_parallel_launches: 10,
            snapshot_configuration: { target_resource_count: 20 },
            launch_template: { launch_template_name: "windows", launch_template_version: "3" },
          },
        ],
        license_configuration_arns: ["arn:license"],
        s3_export_configuration: {
          s3_bucket: "exports",
          s3_prefix: "base/$${x}",
          disk_image_format: "VMDK",
          role_name: "vmimport",
        },
      },
    ]);
  });

  it("is for everybody only where it is public", () => {
    const share = { ...required.share, public: true as const };
    expect(configurationOf({ ...required, share })).toMatchObject({
      distribution: [{ ami_distribution_configuration: { launch_permission: { user_groups: ["all"] } } }],
    });
    const accounts = ["111122223333"];
    expect(configurationOf({ ...required, share: { ...required.share, accounts } })).toMatchObject({
      distribution: [{ ami_distribution_configuration: { launch_permission: { user_ids: accounts } } }],
    });
  });

  it("asks for a created key in each region", () => {
    const kmsKey = { created: true } as const;
    expect(configurationOf({ ...required, kmsKey }, { ...required, kmsKey, region: "eu-west-1" })).toMatchObject({
      distribution: [
        { ami_distribution_configuration: { kms_key_id: "created key of us-east-1" } },
        { ami_distribution_configuration: { kms_key_id: "created key of eu-west-1" } },
      ],
    });
  });
});

describe("the distribution of a container image", () => {
  const containerConfigurationOf = (...containerDistributions: ContainerDistribution[]) =>
    resourcesOf(
      (stack) =>
        new DistributionConfiguration(stack, "distribution", {
          distribution: { id: "web", name: "web", tags: {}, targets: containerDistributions },
          keyArn: () => "key",
        }),
    ).aws_imagebuilder_distribution_configuration?.web;

  it("with required props, names the repository alone", () => {
    expect(containerConfigurationOf({ region: "us-east-1", repository: "web", tags: [] })).toEqual({
      name: "web",
      distribution: [
        {
          region: "us-east-1",
          container_distribution_configuration: { target_repository: { service: "ECR", repository_name: "web" } },
        },
      ],
      lifecycle: { create_before_destroy: true },
    });
  });

  it("with all props, sends every text as it is written", () => {
    expect(
      containerConfigurationOf(
        { region: "us-east-1", repository: "web", tags: [] },
        { region: "eu-west-1", repository: "team/web", tags: ["latest", "${x}"], description: "To %{x}" },
      )?.distribution,
    ).toMatchObject([
      { region: "us-east-1" },
      {
        region: "eu-west-1",
        container_distribution_configuration: {
          target_repository: { service: "ECR", repository_name: "team/web" },
          container_tags: ["latest", "$${x}"],
          description: "To %%{x}",
        },
      },
    ]);
  });
});
