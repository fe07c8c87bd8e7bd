import fc from "fast-check";

import { state } from "../../src/definitions/schema/state";
import { describeState, type StackState, stateOf } from "../../src/factory/stack-state";

const builder = (given: object): StackState => stateOf("dev", "builder", state.parse(given));
const consuming = (given: object): StackState => stateOf("dev", "consumer", state.parse(given));
const s3 = { bucket: "states", key: "dev.tfstate", region: "us-east-1" };
const role = { arn: "arn:aws:iam::111122223333:role/state", externalId: "tooling", sessionName: "terraform" };

describe("the state of a stack", () => {
  it.each([
    ["local", { local: {} }, { type: "local", file: "state/dev.tfstate" }],
    [
      "local, under another name",
      { local: { file: "state/old.tfstate" } },
      { type: "local", file: "state/old.tfstate" },
    ],
    ["S3 with a lock file", { s3 }, { type: "s3", config: { ...s3, encrypt: true, use_lockfile: true } }],
    [
      "S3 with a table, a key, a profile and a role of another account",
      {
        s3: {
          ...s3,
          lock: { dynamodbTable: "locks" },
          kmsKey: "arn:aws:kms:us-east-1:111122223333:alias/state",
          profile: "tooling",
          role,
        },
      },
      {
        type: "s3",
        config: {
          ...s3,
          encrypt: true,
          dynamodb_table: "locks",
          kms_key_id: "arn:aws:kms:us-east-1:111122223333:alias/state",
          profile: "tooling",
          assume_role: { role_arn: role.arn, external_id: "tooling", session_name: "terraform" },
        },
      },
    ],
    [
      "HCP Terraform",
      { cloud: { organization: "acme", workspace: "images-dev", project: "images" } },
      { type: "cloud", config: { organization: "acme", workspaces: { name: "images-dev", project: "images" } } },
    ],
    [
      "a REST interface",
      {
        http: {
          address: "https://git.example.com/state/{stack}",
          lockAddress: "https://git.example.com/state/{stack}/lock",
        },
      },
      {
        type: "http",
        config: {
          address: "https://git.example.com/state/dev",
          lock_address: "https://git.example.com/state/dev/lock",
        },
      },
    ],
    [
      "a back end with all types of values",
      { backend: { type: "consul", config: { path: "images", gzip: true, tags: null } } },
      { type: "consul", config: { path: "images", gzip: true, tags: null } },
    ],
    [
      "any other back end",
      {
        backend: {
          type: "gcs",
          config: { bucket: "states", prefix: "images/{stack}", nested: [{ a: "{stack}", b: 1 }] },
        },
      },
      { type: "gcs", config: { bucket: "states", prefix: "images/dev", nested: [{ a: "dev", b: 1 }] } },
    ],
  ])("is as it is given: %s", (_title, given, expected) => {
    expect(JSON.parse(JSON.stringify(builder(given)))).toEqual(expected);
  });

  it.each([
    [{ local: {} }, "state/dev.tfstate"],
    [{ s3 }, "s3://states/dev.tfstate"],
    [{ cloud: { organization: "acme", workspace: "dev" } }, "app.terraform.io/acme/dev"],
    [{ http: { address: "https://example.com/{stack}" } }, "https://example.com/dev"],
    [{ backend: { type: "gcs", config: { bucket: "states" } } }, 'gcs {"bucket":"states"}'],
  ])("is told in words: %j", (given, words) => {
    expect(describeState(builder(given))).toBe(words);
  });
});

describe("the state of what an environment receives", () => {
  it.each([
    [{ local: {} }, "state/dev-consumer.tfstate"],
    [{ local: { file: "../states/dev.tfstate" } }, "../states/dev-consumer.tfstate"],
    [{ cloud: { organization: "acme", workspace: "dev" } }, "app.terraform.io/acme/dev-consumer"],
    [{ http: { address: "https://example.com/{stack}" } }, "https://example.com/dev-consumer"],
  ])("is one of its own: %j", (given, words) => {
    expect(describeState(consuming(given))).toBe(words);
  });

  it.each([
    ["prod/us-east-1.tfstate", "prod/us-east-1-consumer.tfstate"],
    ["prod.v2/terraform", "prod.v2/terraform-consumer"],
    ["a.b.json", "a.b-consumer.json"],
  ])("is beside that of what it builds: %s", (key, own) => {
    expect(describeState(consuming({ s3: { ...s3, key } }))).toBe(`s3://states/${own}`);
  });

  it("has no key that it is made from, and no two become one", () => {
    const keyOf = (key: string) =>
      describeState(stateOf("a", "consumer", { s3: { ...s3, key, encrypt: true, lock: "file" } })).slice(
        "s3://states/".length,
      );
    const path = fc.string({ unit: fc.constantFrom("a", ".", "/", "-", "consumer"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(path, path, (one, other) => keyOf(one) !== one && (one === other || keyOf(one) !== keyOf(other))),
    );
  });
});

describe("what is refused", () => {
  it.each([
    ["a file in build output", { local: { file: "cdktf.out/dev.tfstate" } }],
    ["a file that git clean removes", { local: { file: "dev.tfstate" } }],
    ["an absolute file", { local: { file: "/srv/dev.tfstate" } }],
    ["a file that leaves state/ again", { local: { file: "state/../dev.tfstate" } }],
    ["a path of earlier versions", { local: { path: "terraform.tfstate" } }],
    ["two places", { local: {}, s3 }],
    ["no place", {}],
    ["a local back end as written", { backend: { type: "local", config: { path: "terraform.tfstate" } } }],
    ["a role that is none", { s3: { ...s3, role: { arn: "arn:aws:iam::111122223333:user/a" } } }],
    ["an address that is none", { http: { address: "state/dev" } }],
  ])("%s", (_title, given) => {
    expect(state.safeParse(given).success).toBe(false);
  });
});
