import { describeChange } from "../../src/versions/change";
import { addressOf } from "../../src/versions/created-address";
import type { DefinedEnvironment, DefinedResource } from "../../src/versions/defined-environment";
import type { EnvironmentEntries } from "../../src/versions/environment-entry";
import { forgetIn } from "../../src/versions/forget";
import { lockText } from "../../src/versions/lock-text";
import { mergeLocks } from "../../src/versions/merge-locks";
import { readLock } from "../../src/versions/read-lock";
import { rememberEnvironments } from "../../src/versions/remember-environments";

const logs = { address: "aws_s3_bucket.logs", name: "logs" };
const repository = (container: string, name = container): DefinedResource => ({
  address: `aws_ecr_repository.${container}`,
  name,
});
const key = (region: string, name = "images"): DefinedResource => ({ address: `aws_kms_key.images-${region}`, name });

const defining = (created: readonly DefinedResource[], rest: Partial<DefinedEnvironment> = {}): DefinedEnvironment => ({
  account: "123456789012",
  region: "us-east-1",
  stacks: ["builder"],
  created,
  workflows: [],
  built: ["base"],
  network: false,
  onRemoval: "keep",
  names: [],
  ...rest,
});

/** What the lock remembers after an environment has defined one thing after another. */
function after(...defined: readonly DefinedEnvironment[]): {
  created: Record<string, string>;
  says: readonly string[];
  text: string;
} {
  let environments: EnvironmentEntries = new Map();
  let says: readonly string[] = [];
  for (const each of defined) {
    const remembered = rememberEnvironments(environments, new Map([["dev", each]]));
    ({ environments } = remembered);
    says = remembered.changes.map(describeChange);
    expect(rememberEnvironments(environments, new Map([["dev", each]])).changes).toEqual([]);
  }
  const created = [...(environments.get("dev")?.created ?? [])];
  return {
    created: Object.fromEntries(created.map(([address, { name, status }]) => [address, `${status} ${name}`])),
    says,
    text: lockText(new Map(), environments),
  };
}

test("what is no longer defined is kept, and imported where it is defined again", () => {
  expect(after(defining([logs]), defining([]))).toMatchObject({
    created: { "aws_s3_bucket.logs": "kept logs" },
    says: ['environment dev removes bucket "logs" from the state: it stays in AWS'],
  });
  expect(after(defining([logs]), defining([]), defining([logs]))).toMatchObject({
    created: { "aws_s3_bucket.logs": "imported logs" },
    says: ['environment dev imports bucket "logs", which was removed from the state'],
  });
});

test("another name is another thing, at an address of its own, and the way back leads to the first", () => {
  const other = { ...logs, name: "other" };
  const { created } = after(defining([logs]), defining([other]));
  expect(created).toEqual({
    "aws_s3_bucket.logs": "kept logs",
    "aws_s3_bucket.logs-d9298a10": "created other",
  });
  expect(after(defining([logs]), defining([other]), defining([logs])).created).toEqual({
    "aws_s3_bucket.logs": "imported logs",
    "aws_s3_bucket.logs-d9298a10": "kept other",
  });
});

test("what goes along with a thing stands beside it, and what has an address of its own stays there", () => {
  const of = (name: string) => ({
    ...logs,
    name,
    with: ["aws_s3_bucket_logging.logs", "aws_sns_topic_subscription.x"],
  });
  const { text } = after(defining([of("logs")]), defining([of("other")]));
  const { environments } = JSON.parse(text) as {
    environments: { dev: { created: Record<string, { with: string[] }> } };
  };
  expect(Object.values(environments.dev.created).map((each) => each.with)).toEqual([
    ["aws_s3_bucket_logging.logs", "aws_sns_topic_subscription.x"],
    ["aws_s3_bucket_logging.logs-d9298a10", "aws_sns_topic_subscription.x"],
  ]);
});

test("a thing of the same name keeps its address, whoever defines it", () => {
  expect(
    after(defining([repository("app", "team/app")]), defining([repository("web", "team/app"), repository("app")]))
      .created,
  ).toEqual({
    "aws_ecr_repository.app": "created team/app",
    "aws_ecr_repository.app-a172cedc": "created app",
  });
});

test("a key that is in use changes its alias in place; one that is kept is found by its alias alone", () => {
  const address = "aws_kms_key.images-eu-west-1";
  expect(after(defining([key("eu-west-1")]), defining([key("eu-west-1", "golden")])).created).toEqual({
    [address]: "created golden",
  });
  expect(after(defining([key("eu-west-1")]), defining([]), defining([key("eu-west-1", "golden")])).created).toEqual({
    [address]: "kept images",
    [`${address}-dd56de41`]: "created golden",
  });
  // The alias of the second cannot become that of the first, which exists.
  const [images, golden] = [defining([key("eu-west-1")]), defining([key("eu-west-1", "golden")])];
  expect(after(images, defining([]), golden, images).created).toEqual({
    [address]: "imported images",
    [`${address}-dd56de41`]: "kept golden",
  });
});

test("what is to be destroyed has to be defined with onRemoval: destroy first, and keys never are", () => {
  const destroy = { onRemoval: "destroy" } as const;
  expect(after(defining([logs]), defining([], destroy)).created).toEqual({ "aws_s3_bucket.logs": "kept logs" });
  expect(after(defining([logs, key("us-east-1")], destroy), defining([], destroy)).created).toEqual({
    "aws_s3_bucket.logs": "destroyed logs",
    "aws_kms_key.images-us-east-1": "kept images",
  });
  expect(after(defining([logs], destroy), defining([])).created).toEqual({ "aws_s3_bucket.logs": "kept logs" });
  expect(after(defining([logs], destroy), defining([], destroy), defining([logs])).created).toEqual({
    "aws_s3_bucket.logs": "recreated logs",
  });
});

test("an image that Terraform builds again is another one: nothing is imported", () => {
  const image = { address: "aws_imagebuilder_image.base", name: "base" };
  expect(after(defining([image], { onRemoval: "destroy" }), defining([], { onRemoval: "destroy" })).created).toEqual({
    "aws_imagebuilder_image.base": "kept base",
  });
  expect(after(defining([image]), defining([]), defining([image]))).toMatchObject({
    created: { "aws_imagebuilder_image.base": "recreated base" },
    says: ['environment dev creates image "base"'],
  });
});

test("each name of a component is remembered, in order", () => {
  const named = (name: string) =>
    defining([], { names: [{ what: "component linux/agent", name, derived: "linux-agent", isNew: false }] });
  expect(JSON.parse(after(named("agent"), named("agent-2")).text)).toMatchObject({
    environments: { dev: { names: { "component linux/agent": ["linux-agent", "agent", "agent-2"] } } },
  });
});

test("pipelines that have had workflows are remembered while they are built", () => {
  const had = after(defining([], { workflows: ["base"] }), defining([]));
  expect(JSON.parse(had.text)).toMatchObject({ environments: { dev: { workflows: ["base"] } } });
  const gone = after(defining([], { workflows: ["base"] }), defining([], { built: [] }));
  expect(JSON.parse(gone.text)).not.toHaveProperty("environments.dev.workflows");
});

describe("an environment", () => {
  const { environments } = rememberEnvironments(new Map(), new Map([["dev", defining([logs])]]));

  it("that is renamed takes over what it has created, and one elsewhere does not", () => {
    const renamed = rememberEnvironments(environments, new Map([["test", defining([logs])]]));
    expect(renamed.gone).toEqual([]);
    expect(renamed.changes.map(describeChange)).toEqual([
      'environment test takes over what "dev" has created in the same account and region; its state has to come along',
    ]);
    const elsewhere = rememberEnvironments(
      environments,
      new Map([["test", defining([logs], { region: "eu-west-1" })]]),
    );
    expect(elsewhere.gone).toEqual(["dev"]);
  });

  it("that has two successors, or that is one of two, is gone: nothing is guessed", () => {
    const twins = new Map([
      ["one", defining([])],
      ["two", defining([])],
    ]);
    expect(rememberEnvironments(environments, twins).gone).toEqual(["dev"]);
    const two = rememberEnvironments(new Map(), twins).environments;
    expect(rememberEnvironments(two, new Map([["dev", defining([])]])).gone).toEqual(["one", "two"]);
  });

  it("that is new takes over nothing from one that is still there, nor does one that deploys nothing", () => {
    const beside = new Map([
      ["dev", defining([logs])],
      ["test", defining([])],
    ]);
    expect(rememberEnvironments(environments, beside).changes.map(describeChange)).toEqual([
      "environment test is in account 123456789012 and region us-east-1",
    ]);
    const empty = new Map([["test", defining([], { stacks: [] })]]);
    expect(rememberEnvironments(environments, empty)).toMatchObject({ gone: ["dev"], changes: [] });
  });

  it("that is moved is remembered as it was", () => {
    for (const place of [{ region: "eu-west-1" }, { account: "210987654321" }]) {
      const moved = rememberEnvironments(environments, new Map([["dev", defining([], place)]]));
      expect(moved).toEqual({ environments, moved: ["dev"], changes: [], gone: [] });
    }
  });

  it("that is emptied says so once", () => {
    const emptied = rememberEnvironments(environments, new Map([["dev", defining([], { stacks: [], built: [] })]]));
    expect(emptied.changes.map(describeChange)).toEqual([
      'environment dev removes bucket "logs" from the state: it stays in AWS',
      "environment dev has nothing left to build: deploy the stack once more, and what Terraform still manages is destroyed",
    ]);
  });
});

describe("what is said of an environment", () => {
  const destroy = { onRemoval: "destroy" } as const;

  it("is where it is, and what it makes and runs, when it is new", () => {
    expect(after(defining([logs], { workflows: ["web", "base"], built: ["web", "base"], network: true })).says).toEqual(
      [
        "environment dev is in account 123456789012 and region us-east-1",
        'environment dev creates bucket "logs"',
        'environment dev runs workflows of its own for "web"',
        'environment dev runs workflows of its own for "base"',
        "environment dev creates its network",
      ],
    );
  });

  it("is nothing where nothing of it is deployed", () => {
    const { environments, changes, gone } = rememberEnvironments(
      new Map(),
      new Map([["dev", defining([logs], { stacks: [] })]]),
    );
    expect([environments.size, changes, gone]).toEqual([0, [], []]);
  });

  it("is what becomes of things by onRemoval, when that is changed and when they go", () => {
    expect(after(defining([logs]), defining([logs], destroy)).says).toEqual([
      'environment dev destroys bucket "logs", with its content, once it is no longer defined',
    ]);
    expect(after(defining([logs], destroy), defining([logs])).says).toEqual([
      'environment dev keeps bucket "logs" once it is no longer defined',
    ]);
    expect(after(defining([logs], destroy), defining([], destroy)).says).toEqual([
      'environment dev destroys bucket "logs", with all that is in it',
    ]);
    expect(after(defining([logs]), defining([], destroy)).says).toEqual([
      'environment dev removes bucket "logs" from the state: it stays in AWS, for it was not created with "onRemoval: destroy"',
    ]);
    expect(after(defining([key("us-east-1")], destroy), defining([], destroy)).says).toEqual([
      'environment dev removes KMS key "images" of us-east-1 from the state: it stays in AWS',
    ]);
  });

  it("is that its stack is empty, each by what it was for, and no more when it is defined again", () => {
    const both = defining([], { stacks: ["builder", "consumer"] });
    expect(after(both, defining([])).says).toEqual([
      "environment dev has nothing left to receive: deploy the stack once more, and what Terraform still manages is destroyed",
    ]);
    const again = after(both, defining([]), both);
    expect(again.says).toEqual([]);
    expect(JSON.parse(again.text)).toMatchObject({
      environments: { dev: { stacks: { builder: "filled", consumer: "filled" } } },
    });
  });

  it("is in one order, whatever that of the definitions", () => {
    const { text } = after(defining([], { workflows: ["web", "base"], built: ["web", "base"] }));
    expect(JSON.parse(text)).toMatchObject({ environments: { dev: { workflows: ["base", "web"] } } });
  });
});

test("what is imported stays so while it is defined", () => {
  const created = { "aws_s3_bucket.logs": "imported logs" };
  expect(after(defining([logs]), defining([]), defining([logs]), defining([logs])).created).toEqual(created);
});

test("two things of one name stay where they are, whichever is defined first", () => {
  const [one, two] = [repository("one", "team/app"), repository("two", "team/app")];
  const created = { "aws_ecr_repository.one": "created team/app", "aws_ecr_repository.two": "created team/app" };
  expect(after(defining([one, two])).created).toEqual(created);
  expect(after(defining([one, two]), defining([two, one])).created).toEqual(created);
  expect(after(defining([one, two]), defining([two])).created).toEqual({
    "aws_ecr_repository.one": "kept team/app",
    "aws_ecr_repository.two": "created team/app",
  });
});

describe("the lock", () => {
  const created = after(defining([logs, key("eu-west-1")]), defining([key("eu-west-1")])).text;

  it("reads what it writes, and refuses what was changed by hand", () => {
    const { entries, environments, problems } = readLock("lock", created);
    expect(problems).toEqual([]);
    expect(lockText(entries, environments)).toBe(created);
    expect(readLock("lock", created.replace('"kept"', '"destroyed"')).problems).toMatchObject([
      { code: "lock-integrity" },
    ]);
    expect(readLock("lock", created.replace("aws_s3_bucket.logs", "aws_iam_role.a")).problems).toMatchObject([
      { code: "lock-format" },
    ]);
  });

  it("forgets one thing, or an environment, and nothing that it does not know", () => {
    expect(forgetIn("lock", created, "dev/aws_s3_bucket.logs").text).not.toContain("aws_s3_bucket");
    expect(JSON.parse(forgetIn("lock", created, "dev").text ?? "")).toMatchObject({ environments: {} });
    expect(forgetIn("lock", created, "prod").text).toBeUndefined();
    expect(forgetIn("lock", created, "dev/aws_s3_bucket.documents").text).toBeUndefined();
  });

  it("is merged to what either branch has created, and what one no longer defines is kept", () => {
    const before = after(defining([logs, key("eu-west-1")])).text;
    const merged = mergeLocks({ file: "ours", text: before }, { file: "theirs", text: created });
    expect(merged).toEqual({ text: created, problems: [] });
    expect(mergeLocks({ file: "ours", text: created }, { file: "theirs", text: before }).text).toBe(merged.text);
  });
});

test("an address is found by type and name while it is defined", () => {
  const { environments } = rememberEnvironments(
    new Map(),
    new Map([["dev", defining([repository("web", "team/app")])]]),
  );
  const known = environments.get("dev")?.created ?? new Map();
  expect(addressOf(known, "aws_ecr_repository", "team/app")).toBe("web");
  expect(addressOf(known, "aws_s3_bucket", "team/app")).toBeUndefined();
});

describe("a network that an environment creates", () => {
  const [making, given] = [defining([], { network: true }), defining([])];

  test("is remembered until it is no longer asked for, and said to go", () => {
    expect(after(making)).toMatchObject({ text: expect.stringContaining('"network": "created"') as string });
    expect(after(making).says).toContain("environment dev creates its network");
    expect(after(making, given).says).toEqual([
      "environment dev destroys the network that it created: a build that still runs in it fails",
    ]);
    expect(after(making, given).text).not.toContain('"network"');
  });

  test("is read as it was written, and gone in a merge where either side no longer creates it", () => {
    const sides = [after(making).text, after(given).text].map((text, index) => ({ file: `${index}.json`, text }));
    const [ours, theirs] = sides as [(typeof sides)[0], (typeof sides)[0]];
    expect(readLock("lock", ours.text).environments.get("dev")).toMatchObject({ network: true });
    expect(mergeLocks(ours, ours).text).toContain('"network": "created"');
    expect(mergeLocks(ours, theirs).text).not.toContain('"network"');
    expect(mergeLocks(theirs, ours).text).not.toContain('"network"');
  });
});
