import { environmentArns } from "../../../src/checks/regions/written-arns";
import { environmentSchema } from "../../../src/definitions/schema/environment";

const account = "123456789012";
const key = (name: string, region = "eu-west-1") =>
  `arn:aws:kms:${region}:${account}:key/00000000-0000-0000-0000-0000000000${name}`;
const topic = (name: string) => `arn:aws:sns:eu-west-1:${account}:${name}`;
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const policy = (name: string) => `arn:aws:iam::${account}:policy/${name}`;
const hosts = (name: string) => `arn:aws:resource-groups:eu-west-1:${account}:group/${name}`;
const workflow = `arn:aws:imagebuilder:eu-west-1:${account}:workflow/test/own/1.0.0`;
const license = `arn:aws:license-manager:eu-west-2:${account}:license-configuration:lic-0123456789abcdef0123456789abcdef`;
const unit = "arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/ou-ab12-abcd1234";
const organization = "arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5";
const lambda = `arn:aws:lambda:eu-west-1:${account}:function:built`;

const everywhere = {
  account,
  region: "eu-west-1",
  build: {
    topic: topic("build"),
    instanceProfile: { create: true, policies: [policy("build")] },
    logs: { create: true, bucket: "logs", kmsKey: key("01") },
    logGroups: { kmsKey: key("02") },
    placement: { tenancy: "host", hostResourceGroup: hosts("all") },
  },
  documents: { bucket: "documents", create: true, kmsKey: key("03") },
  encryption: { kmsKey: key("04") },
  executionRole: { create: true, policies: [policy("execution")] },
  lifecycleRole: { arn: role("lifecycle") },
  components: { "linux/web": { kmsKey: key("05") } },
  workflows: { "linux/test": { kmsKey: key("06") } },
  events: {
    on: ["failed"],
    topic: {
      create: true,
      name: "events",
      kmsKey: key("07"),
      subscriptions: [
        { protocol: "lambda", endpoint: lambda },
        { protocol: "email", endpoint: "images@example.com" },
      ],
    },
  },
  containers: { app: { schedule: "manual", repository: { create: true, kmsKey: key("08") } } },
  images: {
    web: {
      schedule: "manual",
      build: { topic: topic("web"), placement: { tenancy: "host", hostResourceGroup: hosts("web") } },
      distribute: [
        {
          region: "eu-west-2",
          kmsKey: key("09", "eu-west-2"),
          licenses: [license],
          share: { organizations: [organization], organizationalUnits: [unit] },
        },
      ],
      pipelines: { weekly: { schedule: "manual", build: { topic: "none" }, workflows: [{ arn: workflow }] } },
    },
  },
};

const written = (settings: object) =>
  environmentArns(environmentSchema.parse(settings)).map(({ path, arn, region }) => [path.join("."), arn, region]);

test("every ARN of an environment is found at its place, with the region that it has to be in", () => {
  expect(written(everywhere)).toMatchSnapshot();
});

test("users and administrators of a created key are found", () => {
  const encryption = { create: true, users: [role("user")], administrators: [role("administrator")] };
  expect(written({ account, region: "eu-west-1", images: {}, encryption })).toEqual([
    ["encryption.users.0", role("user"), undefined],
    ["encryption.administrators.0", role("administrator"), undefined],
  ]);
});

test("a region that is misspelt says nothing of the ARNs", () => {
  const regions = written({ ...everywhere, region: "eu-wset-1" }).map(([, , region]) => region);
  expect(new Set(regions)).toEqual(new Set([undefined, "eu-west-2"]));
});
