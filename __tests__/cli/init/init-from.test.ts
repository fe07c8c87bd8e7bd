import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { runProgram } from "../../../src/cli/run-program";
import { componentState, componentText } from "../../helpers/component-state";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { projectFolder } from "../../helpers/project-folder";

async function init(cwd: string, ...args: string[]) {
  const { terminal, texts } = fakeTerminal({ cwd, env: {} });
  return { code: await runProgram(["init", ...args], terminal), ...texts };
}

describe("init --from", () => {
  it.each([
    ["the file of a state", "old/terraform.tfstate"],
    ["a folder of code with its state", "old"],
  ])("starts a project with what %s holds, and what a project needs besides", async (_, from) => {
    const folder = projectFolder({ "old/terraform.tfstate": componentState(), "old/main.tf": "" });
    expect(await init(folder, "new", "--from", from, "--no-proof")).toMatchObject({ code: 0 });
    const written = (file: string) => existsSync(join(folder, "new", file));
    expect(
      ["environments/dev.yaml", "versions.lock.json", "main.ts", "cdktf.json", "package.json"].filter(
        (file) => !written(file),
      ),
    ).toEqual([]);
    const [component = ""] = readdirSync(join(folder, "new", "components", "linux"));
    expect(readFileSync(join(folder, "new", "components", "linux", component), "utf8")).toBe(componentText);
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
