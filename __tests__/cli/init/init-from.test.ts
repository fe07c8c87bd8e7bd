import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { runProgram } from "../../../src/cli/run-program";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { projectFolder } from "../../helpers/project-folder";

const arn = (rest: string) => `arn:aws:imagebuilder:us-east-1:123456789012:${rest}`;
const data =
  "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecuteBash\n        inputs: { commands: [echo hello] }\n";

/** A state with one component that no recipe holds. */
const state = JSON.stringify({
  version: 4,
  terraform_version: "1.5.7",
  serial: 3,
  lineage: "3b9c7c4e-0000-4000-8000-000000000000",
  outputs: {},
  resources: [
    {
      mode: "managed",
      type: "aws_imagebuilder_component",
      name: "hello",
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [
        {
          schema_version: 0,
          attributes: {
            arn: arn("component/hello/1.2.3/1"),
            id: arn("component/hello/1.2.3/1"),
            name: "hello",
            version: "1.2.3",
            platform: "Linux",
            type: "BUILD",
            data,
            owner: "123456789012",
            tags: {},
            tags_all: {},
          },
        },
      ],
    },
  ],
});

async function init(cwd: string, ...args: string[]) {
  const { terminal, texts } = fakeTerminal({ cwd, env: {} });
  return { code: await runProgram(["init", ...args], terminal), ...texts };
}

describe("init --from", () => {
  it.each([
    ["the file of a state", "old/terraform.tfstate"],
    ["a folder of code with its state", "old"],
  ])("starts a project with what %s holds, and what a project needs besides", async (_, from) => {
    const folder = projectFolder({ "old/terraform.tfstate": state, "old/main.tf": "" });
    expect(await init(folder, "new", "--from", from, "--no-proof")).toMatchObject({ code: 0 });
    const written = (file: string) => existsSync(join(folder, "new", file));
    expect(
      ["environments/dev.yaml", "versions.lock.json", "main.ts", "cdktf.json", "package.json"].filter(
        (file) => !written(file),
      ),
    ).toEqual([]);
    const [component = ""] = readdirSync(join(folder, "new", "components", "linux"));
    expect(readFileSync(join(folder, "new", "components", "linux", component), "utf8")).toBe(data);
    expect(readdirSync(join(folder, "new", "environments"))).toEqual(["dev.yaml"]);
  });

  it.each([
    ["a folder without a state", ["--from", "code"], 2, "there is no terraform.tfstate in"],
    ["a file that is not there", ["--from", "nowhere"], 1, "nowhere"],
    ["an option that the state answers", ["--from", "code", "--region", "us-east-1"], 2, "leave out --region"],
  ])("writes nothing for %s, and leaves no folder behind", async (_, args, code, message) => {
    const folder = projectFolder({ "code/main.tf": "" });
    const ended = await init(folder, "deep/new", ...args);
    expect(ended).toMatchObject({ code, err: expect.stringContaining(message) as string });
    expect(readdirSync(folder)).toEqual(["code"]);
  });

  it("leaves a folder that was there before it failed", async () => {
    const folder = projectFolder({ "code/main.tf": "" });
    mkdirSync(join(folder, "deep"));
    expect(await init(folder, "deep/new", "--from", "code")).toMatchObject({ code: 2 });
    expect(readdirSync(join(folder, "deep"))).toEqual([]);
  });

  it("is what --environment and --no-proof are for", async () => {
    const folder = projectFolder({});
    expect(await init(folder, "--yes", "--environment", "poc")).toMatchObject({
      code: 2,
      err: "error: --environment goes with --from\n",
    });
    expect(await init(folder, "--yes", "--no-proof")).toMatchObject({
      code: 2,
      err: "error: --no-proof goes with --from\n",
    });
  });
});
