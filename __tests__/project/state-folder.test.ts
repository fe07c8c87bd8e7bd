import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeStateFolder } from "../../src/project/state-folder";
import { projectFolder } from "../helpers/project-folder";

function git(cwd: string, ...args: string[]): string {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "core.hooksPath=/dev/null"];
  return execFileSync("git", [...identity, ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

describe("the folder of local states", () => {
  it.each([
    ["git clean", ["clean", "-xfd"]],
    ["git clean of ignored files", ["clean", "-Xfd"]],
    ["git stash", ["stash", "--all"]],
  ])("is left alone by %s, unlike other ignored folders", async (_title, command) => {
    const root = projectFolder({ ".gitignore": "state/\nother/\n", "other/dev.tfstate": "lost" });
    git(root, "init", "--quiet");
    git(root, "add", ".");
    git(root, "commit", "--quiet", "-m", "first");
    await makeStateFolder(root);
    writeFileSync(join(root, "state", "dev.tfstate"), "precious");

    expect(git(root, "status", "--porcelain")).toBe("");
    git(root, ...command);
    expect(existsSync(join(root, "other"))).toBe(false);
    expect(readFileSync(join(root, "state", "dev.tfstate"), "utf8")).toBe("precious");
  });

  it("is made once, and nothing in it is touched again", async () => {
    const root = projectFolder({});
    await makeStateFolder(root);
    writeFileSync(join(root, "state", ".git", "HEAD"), "ref: refs/heads/mine\n");
    await makeStateFolder(root);
    expect(readFileSync(join(root, "state", ".git", "HEAD"), "utf8")).toBe("ref: refs/heads/mine\n");
  });
});
