import { digestOf } from "../../src/versions/digest";
import { CONTESTED, type Current, type Entry } from "../../src/versions/entry";
import type { CreatedResource, EnvironmentEntry } from "../../src/versions/environment-entry";
import { lockText } from "../../src/versions/lock-text";
import { mergeLocks } from "../../src/versions/merge-locks";
import { readLock } from "../../src/versions/read-lock";

const bucket = (more: Partial<CreatedResource> = {}): CreatedResource => ({
  name: "builds",
  status: "created",
  emptied: false,
  with: [],
  ...more,
});

const environment = (more: Partial<EnvironmentEntry> = {}): EnvironmentEntry => ({
  account: "111122223333",
  region: "eu-west-1",
  stacks: new Map([["builder", "filled"]]),
  created: new Map(),
  workflows: [],
  network: false,
  names: new Map(),
  ...more,
});

const making = (created: CreatedResource): EnvironmentEntry =>
  environment({ created: new Map([["aws_s3_bucket.logs", created]]) });

/** What both branches together remember of an environment, whichever of them is ours. */
function merged(left: EnvironmentEntry, right: EnvironmentEntry): EnvironmentEntry | undefined {
  const [ours, theirs] = [left, right].map((entry) => ({
    file: "versions.lock.json",
    text: lockText(new Map(), new Map([["dev", entry]])),
  }));
  if (ours === undefined || theirs === undefined) throw new Error("two sides");
  const { text, problems } = mergeLocks(ours, theirs);
  expect(problems).toEqual([]);
  expect(mergeLocks(theirs, ours).text).toBe(text);
  return readLock("merged", text).environments.get("dev");
}

describe("an environment that two branches have changed", () => {
  it("has what either has created", () => {
    const other: CreatedResource = bucket({ name: "other" });
    const right = environment({ created: new Map([["aws_sns_topic.builds", other]]) });
    expect(merged(making(bucket()), right)?.created).toEqual(
      new Map([
        ["aws_s3_bucket.logs", bucket()],
        ["aws_sns_topic.builds", other],
      ]),
    );
  });

  it.each([
    ["created", "kept", "kept"],
    ["created", "imported", "imported"],
    ["created", "recreated", "recreated"],
    ["recreated", "imported", "imported"],
    ["imported", "destroyed", "destroyed"],
    ["destroyed", "kept", "kept"],
  ] as const)("has what is %s in one and %s in the other as %s", (left, right, status) => {
    expect(merged(making(bucket({ status: left })), making(bucket({ status: right })))).toEqual(
      making(bucket({ status })),
    );
  });

  it("loses the content of a bucket only where both say so", () => {
    const emptied = making(bucket({ emptied: true }));
    expect(merged(emptied, emptied)).toEqual(emptied);
    expect(merged(emptied, making(bucket()))).toEqual(making(bucket()));
  });

  it("holds all that goes along with something, in one order", () => {
    expect(merged(making(bucket({ with: ["b", "c"] })), making(bucket({ with: ["a", "b"] })))).toEqual(
      making(bucket({ with: ["a", "b", "c"] })),
    );
  });

  it("takes the name that sorts first where both say the same of it", () => {
    expect(merged(making(bucket({ name: "b" })), making(bucket({ name: "a" })))).toEqual(making(bucket({ name: "a" })));
  });

  it("has the workflows of both, in one order", () => {
    expect(merged(environment({ workflows: ["b", "c"] }), environment({ workflows: ["a", "b"] }))?.workflows).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("has an emptied stack where either has emptied it", () => {
    const emptied = environment({ stacks: new Map([["builder", "emptied"]]) });
    expect(merged(environment(), emptied)?.stacks).toEqual(new Map([["builder", "emptied"]]));
    expect(merged(environment(), environment())?.stacks).toEqual(new Map([["builder", "filled"]]));
  });

  it("is in the place that sorts first where the branches differ", () => {
    const there = environment({ region: "eu-central-1" });
    expect(merged(environment(), there)).toEqual(there);
    expect(merged(environment(), environment({ account: "999988887777" }))).toEqual(environment());
  });

  it("has the longer history of a name, or the one that sorts first", () => {
    const named = (...names: string[]) => environment({ names: new Map([["component linux/agent", names]]) });
    expect(merged(named("agent", "agent-2"), named("agent"))).toEqual(named("agent", "agent-2"));
    expect(merged(named("agent", "c"), named("agent", "b"))).toEqual(named("agent", "b"));
    expect(merged(named("b", "c"), named("a"))).toEqual(named("b", "c"));
  });
});

describe("a component that two branches have changed", () => {
  /** By version its content, and the version that is in use. */
  const entry = (versions: Readonly<Record<string, string>>, current: Current): Entry => ({
    versions: new Map(Object.entries(versions).map(([version, content]) => [version, digestOf(content)])),
    current,
  });
  const byEnvironment = (versions: Readonly<Record<string, string>>) => new Map(Object.entries(versions));

  function both(left: Entry | undefined, right: Entry | undefined): Entry | undefined {
    const [ours, theirs] = [left, right].map((each) => ({
      file: "versions.lock.json",
      text: lockText(new Map([["component", new Map(each && [["agent", each]])]]), new Map()),
    }));
    if (ours === undefined || theirs === undefined) throw new Error("two sides");
    const { text, problems } = mergeLocks(ours, theirs);
    expect(problems).toEqual([]);
    expect(mergeLocks(theirs, ours).text).toBe(text);
    return readLock("merged", text).entries.get("component")?.get("agent");
  }

  it.each([
    ["has what only one of them has", entry({ "1.0.0": "a" }, "1.0.0"), undefined, entry({ "1.0.0": "a" }, "1.0.0")],
    [
      "has the versions of both, in their order, and the highest in use",
      entry({ "1.0.0": "a", "1.0.10": "c" }, "1.0.10"),
      entry({ "1.0.0": "a", "1.0.9": "b" }, "1.0.9"),
      entry({ "1.0.0": "a", "1.0.9": "b", "1.0.10": "c" }, "1.0.10"),
    ],
    [
      "is not in use where neither uses it",
      entry({ "1.0.0": "a" }, undefined),
      entry({ "1.0.1": "b" }, undefined),
      entry({ "1.0.0": "a", "1.0.1": "b" }, undefined),
    ],
    [
      "is in use where one of them uses it",
      entry({ "1.0.0": "a" }, "1.0.0"),
      entry({ "1.0.0": "a" }, undefined),
      entry({ "1.0.0": "a" }, "1.0.0"),
    ],
    [
      "is used by each environment in the highest version that either has given it",
      entry({ "1.0.0": "a", "1.0.9": "b", "1.0.10": "c" }, byEnvironment({ dev: "1.0.10", prod: "1.0.0" })),
      entry({ "1.0.0": "a", "1.0.9": "b" }, byEnvironment({ dev: "1.0.9", prod: "1.0.9" })),
      entry({ "1.0.0": "a", "1.0.9": "b", "1.0.10": "c" }, byEnvironment({ dev: "1.0.10", prod: "1.0.9" })),
    ],
    [
      "is used by each environment where only one of them tells environments apart",
      entry({ "1.0.0": "a", "1.0.1": "b" }, byEnvironment({ dev: "1.0.1", prod: "1.0.0" })),
      entry({ "1.0.0": "a" }, "1.0.0"),
      entry({ "1.0.0": "a", "1.0.1": "b" }, byEnvironment({ dev: "1.0.1", prod: "1.0.0" })),
    ],
  ])("%s", (_title, left, right, expected) => {
    const entries = both(left, right);
    expect(entries).toEqual(expected);
    expect([...(entries?.versions.keys() ?? [])]).toEqual([...expected.versions.keys()]);
  });

  it("has no content of a version that both have given to something else", () => {
    const [left, right] = [
      entry({ "1.0.0": "a", "1.0.1": "b" }, "1.0.1"),
      entry({ "1.0.0": "a", "1.0.1": "c" }, "1.0.1"),
    ];
    expect(both(left, right)?.versions).toEqual(
      new Map([
        ["1.0.0", digestOf("a")],
        ["1.0.1", CONTESTED],
      ]),
    );
  });
});

it("says what is wrong with either side", () => {
  const { problems } = mergeLocks({ file: "ours", text: "{" }, { file: "theirs", text: "[" });
  expect([...new Set(problems.map(({ file }) => file))]).toEqual(["ours", "theirs"]);
});
