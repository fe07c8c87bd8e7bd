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

  it.each([
    ["the project is the repository", ".", "/state/"],
    ["the project is a folder of the repository", "golden/images", "/golden/images/state/"],
    [
      "the name of a folder has characters of a wildcard",
      "[prod] a*b?/images",
      String.raw`/\[prod\] a\*b\?/images/state/`,
    ],
  ])("does not get in the way of git add, without a line in .gitignore, where %s", async (_title, folder, line) => {
    const repository = projectFolder({ [`${folder}/a.yaml`]: "a: 1\n" });
    git(repository, "init", "--quiet");
    await makeStateFolder(join(repository, folder));
    await makeStateFolder(join(repository, folder));
    git(repository, "add", ".");
    expect(git(repository, "ls-files")).toBe(`${join(folder, "a.yaml")}\n`);
    const excluded = readFileSync(join(repository, ".git", "info", "exclude"), "utf8").split("\n");
    expect(excluded.filter((each) => each.endsWith("/state/"))).toEqual([line]);
  });

  it("does not get in the way of git add in a worktree", async () => {
    const repository = projectFolder({ "a.yaml": "a: 1\n" });
    git(repository, "init", "--quiet");
    git(repository, "add", ".");
    git(repository, "commit", "--quiet", "-m", "first");
    const worktree = join(projectFolder({}), "worktree");
    git(repository, "worktree", "add", "--quiet", worktree);
    await makeStateFolder(worktree);
    git(worktree, "add", ".");
    expect(git(worktree, "status", "--porcelain")).toBe("");
  });

  it("is made once, and nothing in it is touched again", async () => {
    const root = projectFolder({});
    await makeStateFolder(root);
    writeFileSync(join(root, "state", ".git", "HEAD"), "ref: refs/heads/mine\n");
    await makeStateFolder(root);
    expect(readFileSync(join(root, "state", ".git", "HEAD"), "utf8")).toBe("ref: refs/heads/mine\n");
  });
});
