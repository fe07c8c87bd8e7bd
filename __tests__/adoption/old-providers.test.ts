import { noCode } from "../../src/adoption/code/terraform-code";
import { boundToModules, oldProviders } from "../../src/adoption/old-providers";
import { providerOf } from "../../src/adoption/state/provider-source";
import type { ResourceInstance } from "../../src/adoption/state/state";

const aws = 'provider["registry.terraform.io/hashicorp/aws"]';
const instance = (provider: string, arn?: string): ResourceInstance => ({
  address: `aws_x.${provider}`,
  module: "",
  type: "aws_x",
  name: "y",
  attributes: { arn: arn ?? null },
  sensitive: [],
  ...providerOf(provider),
});

test.each([
  [aws, undefined],
  ["provider.aws", undefined],
  [`${aws}.west`, { module: "", alias: "west" }],
  ["provider.aws.west", { module: "", alias: "west" }],
  [`module.a["b.c"].${aws}`, { module: 'module.a["b.c"]' }],
  ["module.a.provider.aws.west", { module: "module.a", alias: "west" }],
])("of %s, the configuration is %j", (provider, configuredBy) => {
  expect(providerOf(provider)).toStrictEqual({ provider: "hashicorp/aws", ...(configuredBy && { configuredBy }) });
});

test("what leaves the state has the providers that it was made with, by the code, by its ARNs, or where all is", () => {
  const left = [instance(`${aws}.west`), instance(`${aws}.north`), instance(`${aws}.south`), instance(aws)];
  const all = [...left, instance(`${aws}.north`, "arn:aws:kms:eu-north-1:123456789012:key/k")];
  const code = { ...noCode, aliases: { west: { alias: "west", region: "eu-west-1", profile: "p", secret_key: "s" } } };
  expect(JSON.parse(oldProviders(left, all, code, "eu-central-1") ?? "")).toStrictEqual({
    provider: {
      aws: [
        { alias: "north", region: "eu-north-1", allowed_account_ids: ["123456789012"] },
        { alias: "south", region: "eu-central-1" },
        { alias: "west", region: "eu-west-1", profile: "p" },
      ],
    },
  });
});

test("no file is needed where the default provider created everything, and none helps where a module did", () => {
  const ofModule = instance(`module.m.${aws}`);
  expect(oldProviders([instance(aws), ofModule], [], noCode, "eu-central-1")).toBeUndefined();
  expect(boundToModules([instance(aws), instance(`${aws}.west`), ofModule])).toStrictEqual([ofModule]);
});
