import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";

import { readStateAddress } from "../../../src/cli/adopt/questions";
import { runProgram } from "../../../src/cli/run-program";
import { componentState, componentText } from "../../helpers/component-state";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { projectFolder } from "../../helpers/project-folder";

/** Runs adopt where somebody sits who answers each question with the next answer. */
async function adoptAt(cwd: string, answers: readonly string[], ...args: string[]) {
  const open = [...answers];
  const { terminal, texts } = fakeTerminal({ cwd, env: {} });
  const stdin = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.ReadStream;
  const stdout = Object.assign(new PassThrough(), { isTTY: true });
  const asked: string[] = [];
  stdout.on("data", (chunk: Buffer) => {
    texts.out += chunk.toString();
    const [, question] = /([^\n]+): $/.exec(chunk.toString()) ?? [];
    if (question === undefined || open.length === 0) return;
    asked.push(question.split(/[:,(]/)[0]?.trim() ?? "");
    (stdin as unknown as PassThrough).write(`${open.shift() ?? ""}\n`);
  });
  const code = await runProgram(["adopt", "dev", "--no-proof", ...args], {
    ...terminal,
    stdin,
    stdout: stdout as unknown as NodeJS.WriteStream,
  });
  return { code, asked, ...texts };
}

const environmentOf = (root: string): string => readFileSync(join(root, "environments", "dev.yaml"), "utf8");

describe("what adopt cannot know", () => {
  it("is asked for, and an empty answer says nothing", async () => {
    const root = projectFolder({ "old.tfstate": componentState() });
    const { code, asked } = await adoptAt(root, ["old.tfstate", "", ""]);
    expect({ code, asked }).toEqual({
      code: 0,
      asked: ["State of the old code", "Folder of the old code", "Where the old code keeps its state"],
    });
    expect(existsSync(join(root, "state", "dev.tfstate"))).toBe(true);
  });

  it("is the place of the state where no code says it, asked again until it is one", async () => {
    const root = projectFolder({ "old.tfstate": componentState() });
    const answers = ["", "my-bucket", "s3://my-bucket/images.tfstate?region=eu-west-1"];
    expect(await adoptAt(root, answers, "--from", "old.tfstate")).toMatchObject({ code: 0 });
    expect(environmentOf(root)).toContain("bucket: my-bucket\n    key: images.tfstate\n    region: eu-west-1\n");
    expect(existsSync(join(root, "state"))).toBe(false);
  });

  it("is not asked where the code of the old folder says it", async () => {
    const main =
      'terraform {\n  backend "s3" {\n    bucket = "b-of-code"\n    key = "k"\n    region = "us-east-1"\n  }\n}\n';
    const root = projectFolder({ "old.tfstate": componentState(), "code/main.tf": main });
    expect(await adoptAt(root, ["code"], "--from", "old.tfstate")).toMatchObject({ code: 0 });
    expect(environmentOf(root)).toContain("bucket: b-of-code");
  });

  it.each([
    ["yes", 0],
    ["no", 1],
  ])("is whether secrets may be written: %s", async (answer, code) => {
    const root = projectFolder({
      "old.tfstate": componentState(
        componentText.replace("echo hello", "curl https://me:hunter2hunter2@proxy.internal/x"),
      ),
    });
    expect(await adoptAt(root, ["", "", answer], "--from", "old.tfstate")).toMatchObject({ code });
    expect(existsSync(join(root, "environments"))).toBe(code === 0);
  });

  it("is an option where nobody can answer", async () => {
    const root = projectFolder({ "old.tfstate": componentState() });
    const { terminal, texts } = fakeTerminal({ cwd: root, env: {} });
    const run = async (...args: string[]) => runProgram(["adopt", "dev", "--no-proof", ...args], terminal);
    expect(await run()).toBe(2);
    expect(texts.err).toContain("--from is missing");
    expect(await run("--from", "old.tfstate", "--state", "my-bucket")).toBe(2);
    expect(texts.err).toContain("write s3://bucket/key");
    expect(await run("--from", "old.tfstate", "--state", "s3://my-bucket/a/b")).toBe(0);
    expect(environmentOf(root)).toContain("bucket: my-bucket\n    key: a/b\n    region: us-east-1\n");
  });
});

test.each([
  ["s3://b-1.x/k", { bucket: "b-1.x", key: "k", region: undefined }],
  ["s3://bucket/env:/a/k.tfstate?region=eu-west-1", { bucket: "bucket", key: "env:/a/k.tfstate", region: "eu-west-1" }],
  ["s3://bucket", undefined],
  ["https://bucket/k", undefined],
  ["s3://Bucket/k", undefined],
])("the address %s is %j", (text, address) => {
  expect(readStateAddress(text)).toEqual(address);
});
