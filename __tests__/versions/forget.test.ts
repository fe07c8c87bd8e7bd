import type { EnvironmentEntry } from "../../src/versions/environment-entry";
import { forgetIn } from "../../src/versions/forget";
import { lockText } from "../../src/versions/lock-text";
import { readLock } from "../../src/versions/read-lock";

const file = "versions.lock.json";
const thing = (name: string) => ({ name, status: "kept" as const, emptied: false, with: [] });
const entry = (region: string): EnvironmentEntry => ({
  account: "111122223333",
  region,
  stacks: new Map([["builder", "filled"]]),
  created: new Map([
    ["aws_s3_bucket.logs", thing("logs")],
    ["aws_sns_topic.builds", thing("builds")],
  ]),
  workflows: [],
  network: false,
  names: new Map(),
});
const text = lockText(
  new Map(),
  new Map([
    ["dev", entry("eu-west-1")],
    ["prod", entry("eu-west-2")],
  ]),
);

function left(what: string): Record<string, string[]> {
  const forgotten = forgetIn(file, text, what);
  const { environments, problems } = readLock(file, forgotten.text ?? "");
  expect([...forgotten.problems, ...problems]).toEqual([]);
  return Object.fromEntries([...environments].map(([name, { created }]) => [name, [...created.keys()]]));
}

describe("forgetIn", () => {
  const all = ["aws_s3_bucket.logs", "aws_sns_topic.builds"];

  it("forgets an environment", () => {
    expect(left("dev")).toEqual({ prod: all });
  });

  it("forgets one thing, and nothing else of its environment", () => {
    expect(left("dev/aws_s3_bucket.logs")).toEqual({ dev: ["aws_sns_topic.builds"], prod: all });
  });

  it.each(["test", "dev/aws_s3_bucket.other", "test/aws_s3_bucket.logs"])("knows nothing of %s", (what) => {
    expect(forgetIn(file, text, what)).toEqual({ problems: [] });
  });

  it("forgets nothing in a lock that cannot be read", () => {
    const { text: forgotten, problems } = forgetIn(file, text.slice(0, 20), "dev");
    expect(forgotten).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(["lock-syntax"]);
  });
});
