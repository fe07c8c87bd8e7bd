import { DistributionConfiguration } from "../../src/constructs/distribution-configuration";
import type { Distribution } from "../../src/factory/distribution";
import { resourcesOf } from "../helpers/synthesised";

const required: Distribution = {
  region: "us-east-1",
  amiName: "base-{{ imagebuilder:buildDate }}",
  amiTags: {},
  share: { accounts: [], organizations: [], organizationalUnits: [] },
  copyToAccounts: [],
  ssmParameters: [],
  launchTemplates: [],
};
const blocksOf = (...distributions: Distribution[]) =>
  resourcesOf((stack) => new DistributionConfiguration(stack, "distribution", { name: "base", distributions }))
    .aws_imagebuilder_distribution_configuration?.base?.distribution;

test("with required props, nothing empty is sent", () => {
  expect(blocksOf(required)).toEqual([
    { region: "us-east-1", ami_distribution_configuration: { name: "base-{{ imagebuilder:buildDate }}" } },
  ]);
});

test("with all props", () => {
  const all: Distribution = {
    ...required,
    description: "Base",
    amiTags: { team: "platform" },
    share: { accounts: ["111122223333"], organizations: ["arn:o"], organizationalUnits: ["arn:ou"] },
    copyToAccounts: ["444455556666"],
    kmsKey: "arn:key",
    ssmParameters: [{ name: "/images/base", account: "123456789012", dataType: "text" }],
    launchTemplates: [{ id: "lt-1", account: "123456789012", setDefault: true }],
  };
  expect(blocksOf(required, { ...all, region: "eu-west-1" })).toMatchObject([
    { region: "us-east-1" },
    {
      region: "eu-west-1",
      ami_distribution_configuration: {
        description: "Base",
        ami_tags: { team: "platform" },
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
    },
  ]);
});
