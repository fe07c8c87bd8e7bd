import { readFileSync } from "node:fs";
import { join } from "node:path";

import { forgetIn } from "../../src/versions/forget";
import { lockText } from "../../src/versions/lock-text";
import { mergeLocks } from "../../src/versions/merge-locks";
import { readLock } from "../../src/versions/read-lock";
import { staleLockProblems } from "../../src/versions/stale-lock";

const file = "versions.lock.json";
/** As a release wrote it that said `made`, `takenBack` and `remade`. */
const former = readFileSync(join(__dirname, "../fixtures/former-words/statuses.lock.json"), "utf8");
const renewed = (text: string): string => {
  const { entries, environments } = readLock(file, text);
  return lockText(entries, environments);
};
const codesOf = (text: string): string[] => readLock(file, text).problems.map(({ code }) => code);

describe("an entry in former words", () => {
  it("says what it always said", () => {
    const { environments, inFormerWords, problems } = readLock(file, former);
    expect({ inFormerWords, problems }).toEqual({ inFormerWords: true, problems: [] });
    const usual = { status: "created", emptied: false, with: [] };
    expect(environments.get("dev")).toEqual({
      account: "111122223333",
      region: "eu-west-1",
      stacks: new Map([
        ["builder", "filled"],
        ["consumer", "emptied"],
      ]),
      created: new Map([
        ["aws_ecr_repository.app", { ...usual, name: "app", status: "destroyed", emptied: true }],
        ["aws_imagebuilder_image.base", { ...usual, name: "base", status: "recreated" }],
        ["aws_kms_key.images-eu-west-1", { ...usual, name: "images" }],
        [
          "aws_s3_bucket.documents",
          { name: "files", status: "imported", emptied: true, with: ["aws_s3_bucket_logging.documents"] },
        ],
        ["aws_s3_bucket.logs", { ...usual, name: "logs", status: "kept" }],
      ]),
      workflows: ["base"],
      network: true,
      names: new Map([["component linux/agent", ["agent", "team-agent"]]]),
    });
  });

  it("is written in the words of today, once", () => {
    const text = renewed(former);
    expect(text).not.toMatch(/"(made|remade|takenBack)"/);
    expect(JSON.parse(text)).toMatchObject({
      environments: {
        dev: {
          created: {
            "aws_imagebuilder_image.base": { name: "base", status: "recreated" },
            "aws_s3_bucket.documents": { name: "files", status: "imported" },
          },
          network: "created",
        },
      },
    });
    expect(readLock(file, text)).toEqual({ ...readLock(file, former), inFormerWords: false });
    expect(renewed(text)).toBe(text);
  });

  it.each([
    ["another status", '"remade"', '"kept"', "lock-integrity"],
    ["a status in today's words", '"remade"', '"recreated"', "lock-integrity"],
    ["no network", '      "network": "made",\n', "", "lock-integrity"],
    ["another name", '"name": "logs"', '"name": "files"', "lock-integrity"],
    ["no integrity", /"integrity": "sha256:e2.*\n/, "", "lock-format"],
    ["a status that never was", '"remade"', '"moved"', "lock-format"],
    ["both words for one thing", '"made": {', '"created": {},\n"made": {', "lock-integrity"],
    ["today's word alone", '"made": {', '"created": {', "lock-format"],
  ])("is refused with %s", (_title, from, to, code) => {
    const changed = former.replace(from, to);
    expect(changed).not.toBe(former);
    expect(codesOf(changed)).toEqual([code]);
  });

  it("is merged with one in today's words", () => {
    const sides = { ours: { file, text: former }, theirs: { file, text: renewed(former) } };
    expect(mergeLocks(sides.ours, sides.theirs)).toEqual({ text: renewed(former), problems: [] });
    expect(mergeLocks(sides.theirs, sides.ours)).toEqual({ text: renewed(former), problems: [] });
    const without = { file, text: forgetIn(file, former, "dev/aws_s3_bucket.logs").text ?? "" };
    expect(mergeLocks(without, sides.ours).text).toBe(renewed(former));
  });

  it("is forgotten, and what is left is in today's words", () => {
    const { text, problems } = forgetIn(file, former, "dev/aws_s3_bucket.logs");
    expect(problems).toEqual([]);
    expect(text).toBe(forgetIn(file, renewed(former), "dev/aws_s3_bucket.logs").text);
    expect(text).not.toContain("aws_s3_bucket.logs");
  });
});

describe("a lock in former words", () => {
  const outcome = { text: renewed(former), current: former, inFormerWords: true };

  it("is up to date while nothing changes", () => {
    expect(staleLockProblems(file, { ...outcome, changes: [] })).toEqual([]);
    expect(staleLockProblems(file, { ...outcome, inFormerWords: false, changes: [] })).toHaveLength(1);
  });

  it("is stale for each change", () => {
    const changes = [{ kind: "environment", name: "dev", says: "creates its network" } as const];
    expect(staleLockProblems(file, { ...outcome, changes })).toEqual([
      expect.objectContaining({ line: 16, column: 5, message: "environment dev creates its network" }),
    ]);
  });
});
