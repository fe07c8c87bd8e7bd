import { environmentSchema } from "../../src/definitions/schema/environment";
import { resolveWindDowns } from "../../src/project/wind-downs";
import type { EnvironmentEntry } from "../../src/versions/environment-entry";

const bucket = { name: "logs", status: "kept", emptied: false, with: [] } as const;
const environment = environmentSchema.parse({
  account: "123456789012",
  region: "eu-west-1",
  tags: { team: "images" },
  onRemoval: "destroy",
});

function windDowns(stacks: EnvironmentEntry["stacks"]) {
  const entry: EnvironmentEntry = {
    account: "123456789012",
    region: "eu-west-1",
    stacks,
    created: new Map([["aws_s3_bucket.logs", bucket]]),
    workflows: [],
    network: false,
    names: new Map(),
  };
  const definitions = { environments: new Map([["prod", environment]]) };
  return resolveWindDowns({ definitions, adopted: new Map() }, { environments: new Map([["prod", entry]]) });
}

const common = {
  environment: "prod",
  place: { account: "123456789012", region: "eu-west-1", partition: "aws" },
  providerVersion: environment.providerVersion,
  deployment: undefined,
  tags: { team: "images" },
  retention: expect.anything() as unknown,
  addresses: new Map(),
};
const builder = {
  ...common,
  stack: "prod",
  state: { type: "local", file: "state/prod.tfstate" },
  created: new Map([["aws_s3_bucket.logs", bucket]]),
};
const consumer = {
  ...common,
  stack: "prod-consumer",
  state: { type: "local", file: "state/prod-consumer.tfstate" },
  created: new Map(),
};

test.each([
  [[], []],
  [[["builder", "filled"]], []],
  [[["builder", "emptied"]], [builder]],
  [[["consumer", "emptied"]], [consumer]],
  [
    [
      ["builder", "emptied"],
      ["consumer", "filled"],
    ],
    [builder],
  ],
  [
    [
      ["builder", "emptied"],
      ["consumer", "emptied"],
    ],
    [builder, consumer],
  ],
] as const)("of the stacks %j, those that were emptied are known to Terraform", (stacks, expected) => {
  expect(windDowns(new Map(stacks))).toEqual(expected);
});
