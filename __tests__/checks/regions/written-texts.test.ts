import { readFileSync } from "node:fs";

import { writtenArns, writtenRegions } from "../../../src/checks/regions/written-texts";
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
  writtenArns(environmentSchema.parse(settings)).map(({ path, arn, region }) => [path.join("."), arn, region] as const);

test("every ARN of an environment is found at its place, with the region that it has to be in", () => {
  expect(written(everywhere)).toMatchSnapshot();
});

test("users and administrators of a created key are found", () => {
  const encryption = { create: true, users: [role("user")], administrators: [role("administrator")] };
  expect(written({ account, region: "eu-west-1", images: {}, encryption })).toEqual([
    ["encryption.users.0", role("user"), "eu-west-1"],
    ["encryption.administrators.0", role("administrator"), "eu-west-1"],
  ]);
});

test("a region that is misspelt says nothing of the ARNs", () => {
  const regions = written({ ...everywhere, region: "eu-wset-1" }).map(([, , region]) => region);
  expect(new Set(regions)).toEqual(new Set([undefined, "eu-west-2"]));
});

test.each(["config", "tags", "values", "images", "pipelines", "region", "amis"])(
  "an image, a pipeline or a lifecycle policy may be called %s",
  (name) => {
    const rules = [{ action: "delete", keep: 5 }];
    const target = { region: "eu-west-2", kmsKey: key("09", "eu-west-2") };
    const environment = environmentSchema.parse({
      account,
      region: "eu-west-1",
      lifecycle: { [name]: { images: [name], rules } },
      images: {
        [name]: {
          schedule: "manual",
          distribute: [target],
          pipelines: { [name]: { schedule: "manual", distribute: [target] } },
        },
      },
    });
    const targets = [
      ["images", name, "distribute", 0],
      ["images", name, "pipelines", name, "distribute", 0],
    ];
    expect(writtenRegions(environment)).toEqual([
      { at: ["region"], region: "eu-west-1" },
      ...targets.map((path) => ({ at: [...path, "region"], region: "eu-west-2" })),
    ]);
    expect(writtenArns(environment)).toEqual(
      targets.map((path) => ({ path: [...path, "kmsKey"], arn: target.kmsKey, region: "eu-west-2" })),
    );
  },
);

test("tags, values and overrides are texts of the user's own", () => {
  const own = { topic: topic("own") };
  const settings = { account, region: "eu-west-1", images: {}, tags: own, values: own, build: { tags: own } };
  expect(written({ ...settings, overrides: { "aws_sns_topic.build": own } })).toEqual([]);
});

/** Returns the keys in a JSON schema that hold an ARN or a list of ARNs. */
function keysOfArns(schema: unknown, property = ""): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if ("pattern" in schema && String(schema.pattern).startsWith("^arn:")) return [property];
  return Object.entries(schema).flatMap(([name, child]) =>
    name === "properties"
      ? Object.entries(child as object).flatMap(([each, value]) => keysOfArns(value, each))
      : keysOfArns(child, property),
  );
}

test.each(["environment", "image", "container"])("every key of an %s that holds ARNs is known", (file) => {
  const schema: unknown = JSON.parse(readFileSync(`schemas/${file}.schema.json`, "utf8"));
  const keys = new Set(keysOfArns(schema));
  expect(keys.size).toBeGreaterThan(1);
  expect([...keys].filter((name) => writtenArns({ [name]: topic("any") }).length === 0)).toEqual([]);
});
