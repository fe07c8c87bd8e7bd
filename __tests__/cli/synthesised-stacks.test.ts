import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { synthesisedStacks } from "../../src/cli/synthesised-stacks";
import { UserError } from "../../src/files/user-error";
import { copyOfThreeEnvironments } from "../helpers/three-environments";

const commit = "0123456789abcdef0123456789abcdef01234567";

describe("the synthesis of a command", () => {
  it("returns the stacks, tags AMIs with the commit, and can be repeated", async () => {
    const root = copyOfThreeEnvironments();
    const synthesised = async (folder: string, environment: NodeJS.ProcessEnv) => {
      const { stacks } = await synthesisedStacks(root, join(root, folder), environment);
      return stacks.map((stack) => [stack, readFileSync(join(root, folder, "stacks", stack, "cdk.tf.json"), "utf8")]);
    };
    const first = await synthesised("first", { GOLDEN_IMAGES_COMMIT: commit });
    expect(first.map(([stack]) => stack)).toEqual(["poc", "prod", "sandbox"]);
    for (const [, json] of first) expect(json).toContain(`"golden-image-commit": "${commit}"`);
    expect(await synthesised("second", { GOLDEN_IMAGES_COMMIT: commit })).toEqual(first);
    for (const [, json] of await synthesised("third", {})) expect(json).not.toContain("golden-image-commit");
  });

  it("fails with the problems of the project, and writes nothing", async () => {
    const root = copyOfThreeEnvironments();
    const file = join(root, "images", "linux-base.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("linux/update-os", "linux/update-so"));
    const failed = synthesisedStacks(root, join(root, "out"), {});
    await expect(failed).rejects.toThrow(UserError);
    await expect(failed).rejects.toThrow(/^images\/linux-base\.yaml:4:5 /m);
    expect(existsSync(join(root, "out"))).toBe(false);
  });
});
