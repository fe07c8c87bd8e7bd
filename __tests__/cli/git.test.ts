import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { fileAt, gitOf, versionsIn } from "../../src/cli/git";
import { projectTexts } from "../../src/cli/plans/project-texts";
import { digestOfText } from "../../src/versions/digest";
import { projectFolder } from "../helpers/project-folder";

/** Settings of the person who runs the tests, such as signed commits or other line endings, must not count. */
const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

function git(folder: string, ...args: readonly string[]): string {
  const person = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...person, ...args], { cwd: folder, env, encoding: "utf8", stdio: "pipe" }).trim();
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Commits a text for each of some files, and answers with the commit. */
function commit(root: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) write(root, file, text);
  git(root, "add", "-A");
  git(root, "commit", "-qm", "change");
  return git(root, "rev-parse", "HEAD");
}

function repository(...options: readonly string[]): string {
  const root = projectFolder({});
  git(root, "init", "-qb", "main", ...options);
  return root;
}

const document = "components/linux/tool.yaml";
const digest = (text: string): string => digestOfText(text).replace("sha256:", "");

describe("texts of a project by their digest", () => {
  it("finds the text of today, and every one before it in Git", () => {
    const root = repository();
    for (const text of ["one\n", "two\n", "three\n"]) commit(root, { [document]: text });
    const { find } = projectTexts(root);
    for (const text of ["one\n", "two\n", "three\n"]) expect(find(digest(text))).toBe(text);
  });

  it("finds none of a digest that no text has, nor one that was never committed", () => {
    const root = repository();
    commit(root, { [document]: "one\n" });
    write(root, document, "never committed\n");
    write(root, document, "two\n");
    expect(projectTexts(root).find(digest("never committed\n"))).toBeUndefined();
    expect(projectTexts(root).find("0".repeat(64))).toBeUndefined();
  });

  it("finds a text that is in the working tree alone", () => {
    const root = repository();
    commit(root, { [document]: "one\n" });
    write(root, document, "two\n");
    write(root, "workflows/build/new.yaml", "not added\n");
    const { find } = projectTexts(root);
    expect(find(digest("two\n"))).toBe("two\n");
    expect(find(digest("not added\n"))).toBe("not added\n");
    expect(find(digest("one\n"))).toBe("one\n");
  });

  it("finds in a shallow clone what is there, and not what was cut off", () => {
    const root = repository();
    for (const text of ["one\n", "two\n", "three\n"]) commit(root, { [document]: text });
    const clones = projectFolder({});
    git(clones, "clone", "-q", "--depth", "2", `file://${root}`, "clone");
    const { find } = projectTexts(join(clones, "clone"));
    expect(find(digest("three\n"))).toBe("three\n");
    expect(find(digest("two\n"))).toBe("two\n");
    expect(find(digest("one\n"))).toBeUndefined();
  });

  it.each(["components", "workflows", "containers"])("looks below %s", (folder) => {
    const root = repository();
    commit(root, { [`${folder}/a/b.yaml`]: "one\n" });
    commit(root, { [`${folder}/a/b.yaml`]: "two\n" });
    expect(projectTexts(root).find(digest("one\n"))).toBe("one\n");
  });

  it("looks nowhere else: what other files held is not shown in a review", () => {
    const root = repository();
    commit(root, { "secrets/key.txt": "one\n", "images/base.yaml": "two\n" });
    const { find } = projectTexts(root);
    for (const text of ["one\n", "two\n"]) expect(find(digest(text))).toBeUndefined();
  });

  it("finds a text with Windows line endings or a BOM by the digest that AWS's text has", () => {
    const root = repository();
    commit(root, { [document]: "\uFEFFone\r\ntwo\r\n" });
    commit(root, { [document]: "other\n" });
    expect(projectTexts(root).find(digest("one\ntwo\n"))).toBe("\uFEFFone\r\ntwo\r\n");
  });

  it("finds what files hold without any repository", () => {
    const root = projectFolder({ [document]: "one\n" });
    const { find, searched } = projectTexts(root);
    expect(find(digest("one\n"))).toBe("one\n");
    expect(find(digest("two\n"))).toBeUndefined();
    expect(searched).toBe("in Git");
  });
});

describe("versionsIn", () => {
  const versions = (root: string): readonly string[] => versionsIn(root, ["components"]);

  it("is the newest first, each once", () => {
    const root = repository();
    for (const text of ["one\n", "two\n", "one\n", "three\n"]) commit(root, { [document]: text });
    expect(versions(root)).toEqual(["three\n", "one\n", "two\n"]);
  });

  it("knows what is deleted, renamed and on another branch", () => {
    const root = repository();
    commit(root, { [document]: "one\n" });
    git(root, "mv", document, "components/linux/renamed.yaml");
    commit(root, {});
    rmSync(join(root, "components"), { recursive: true });
    commit(root, { "README.md": "no document\n" });
    git(root, "checkout", "-qb", "spike");
    commit(root, { [document]: "spike\n" });
    git(root, "checkout", "-q", "main");
    expect([...versions(root)].sort()).toEqual(["one\n", "spike\n"]);
  });

  it("knows what a merge alone has, as the resolution of a conflict", () => {
    const root = repository();
    commit(root, { [document]: "one\n" });
    git(root, "checkout", "-qb", "topic");
    commit(root, { [document]: "topic\n" });
    git(root, "checkout", "-q", "main");
    commit(root, { [document]: "main\n" });
    expect(() => git(root, "merge", "topic")).toThrow("Command failed");
    commit(root, { [document]: "merged\n" });
    expect([...versions(root)].sort()).toEqual(["main\n", "merged\n", "one\n", "topic\n"]);
  });

  it.each([
    ["nothing", ""],
    ["no line break at its end", "one"],
    ["what looks like the head of a text", `${"0".repeat(40)} blob 3\nabc\n`],
    ["more bytes than characters", "größe: 1 µm\n"],
  ])("reads a text of %s, and what comes after it", (_what, text) => {
    const root = repository();
    commit(root, { [document]: "before\n" });
    commit(root, { [document]: text });
    commit(root, { [document]: "after\n" });
    expect(versions(root)).toEqual(["after\n", text, "before\n"]);
  });

  it("passes over a submodule, whose commit is not in this repository", () => {
    const root = repository();
    commit(root, { [document]: "one\n" });
    git(root, "update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},components/sub`);
    git(root, "commit", "-qm", "a submodule");
    expect(versions(root)).toEqual(["one\n"]);
  });

  it("reads a repository with SHA-256 ids", () => {
    const root = repository("--object-format=sha256");
    commit(root, { [document]: "one\n" });
    expect(versions(root)).toEqual(["one\n"]);
  });

  it("takes the folders of a project that is not at the top of its repository", () => {
    const root = repository();
    commit(root, { [`team/${document}`]: "team\n", [document]: "top\n" });
    expect(versions(join(root, "team"))).toEqual(["team\n"]);
  });

  it("is empty where there is no repository, or no commit in it", () => {
    expect(versions(projectFolder({ [document]: "one\n" }))).toEqual([]);
    expect(versions(repository())).toEqual([]);
  });
});

describe("gitOf", () => {
  it("is the newest commit, and whether the project's files differ from it", async () => {
    const root = repository();
    commit(root, { "team/a.yaml": "one\n", "other/b.yaml": "one\n" });
    const newest = commit(root, { "team/a.yaml": "two\n" });
    const project = join(root, "team");
    expect(await gitOf(project)).toEqual({ commit: newest, dirty: false });
    write(root, "other/b.yaml", "of another project\n");
    expect(await gitOf(project)).toEqual({ commit: newest, dirty: false });
    write(root, "team/new.yaml", "not added\n");
    expect(await gitOf(project)).toEqual({ commit: newest, dirty: true });
  });

  it("is nothing where there is no repository or no commit", async () => {
    expect(await gitOf(projectFolder({}))).toEqual({ dirty: false });
    expect(await gitOf(repository())).toEqual({ dirty: false });
  });
});

describe("fileAt", () => {
  it("is a file of the project as it was, by commit or branch", async () => {
    const root = repository();
    const first = commit(root, { "team/a.yaml": "one\n" });
    commit(root, { "team/a.yaml": "two\n" });
    write(root, "team/a.yaml", "three\n");
    const project = join(root, "team");
    expect(await fileAt(project, first, "a.yaml")).toBe("one\n");
    expect(await fileAt(project, "main", "a.yaml")).toBe("two\n");
  });

  it("is undefined where the file or the revision is not there", async () => {
    const root = repository();
    commit(root, { "a.yaml": "one\n" });
    expect(await fileAt(root, "main", "b.yaml")).toBeUndefined();
    expect(await fileAt(root, "nowhere", "a.yaml")).toBeUndefined();
  });
});
