import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type LockOptions, runLock } from "../../src/cli/run-lock";
import { componentText, helloStep } from "../../src/documents/examples";
import { projectFolder } from "../helpers/project-folder";

const file = "versions.lock.json";

const component = "components/linux/a.yaml";

/** A component document that says something. */
const saying = (text: string): string => componentText({ steps: helloStep().replace("hello", text) });

async function run(root: string, options: LockOptions = {}) {
  let [out, err] = ["", ""];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), colour: false };
  const code = await runLock(root, options, io);
  return { code, out, err };
}

const read = (root: string): string => readFileSync(join(root, file), "utf8");

describe("runLock", () => {
  it("writes the lock and says what it changed, then finds nothing to do", async () => {
    const root = projectFolder({ [component]: saying("one") });
    expect(await run(root)).toEqual({
      code: 0,
      out: `component linux/a (new) → 1.0.0: ${component} changed\n${file} written\n`,
      err: "",
    });
    expect(readdirSync(root).sort()).toEqual(["components", file]);
    expect(await run(root)).toEqual({ code: 0, out: `${file} is up to date\n`, err: "" });
    expect(await run(root, { check: true })).toEqual({ code: 0, out: `${file} is up to date\n`, err: "" });
  });

  it("fails with --check where the lock is stale, and leaves the file alone", async () => {
    const root = projectFolder({ [component]: saying("one") });
    await run(root);
    const before = read(root);
    writeFileSync(join(root, component), saying("two"));
    const { code, out, err } = await run(root, { check: true });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`${file}:4:5 stale-lock component linux/a 1.0.0 → 1.0.1: ${component} changed`);
    expect(err).toContain('run "npm run lock" and commit the file');
    expect(read(root)).toBe(before);
  });

  it("keeps the old lock and says nothing of changes where the file cannot be written", async () => {
    const root = projectFolder({ [component]: saying("one") });
    await run(root);
    const before = read(root);
    writeFileSync(join(root, component), saying("two"));
    // Where the new text would be written first.
    mkdirSync(join(root, `.${file}.${process.pid}.tmp`));
    let out = "";
    const io = { out: (text: string) => (out += text), err: () => undefined, colour: false };
    await expect(runLock(root, {}, io)).rejects.toThrow();
    expect(out).toBe("");
    expect(read(root)).toBe(before);
  });

  it("shows with --dry-run what it would do", async () => {
    const root = projectFolder({ [component]: saying("one") });
    const { code, out } = await run(root, { dryRun: true });
    expect(code).toBe(0);
    expect(out).toContain("component linux/a (new) → 1.0.0");
    expect(out).toContain('+      "current": "1.0.0",');
    expect(readdirSync(root)).toEqual(["components"]);
  });

  it.each([{}, { check: true }])(
    "refuses a lock that it cannot trust, with %j, and leaves the file alone",
    async (options) => {
      const root = projectFolder({ [component]: saying("one"), [file]: "{" });
      const { code, err } = await run(root, options);
      expect(code).toBe(1);
      expect(err).toContain(`${file}:1:2 lock-syntax`);
      expect(err).not.toContain("stale-lock");
      expect(read(root)).toBe("{");
    },
  );
});

describe("runLock with a lock in former words", () => {
  const environment = `"dev": {
      "account": "123456789012",
      "region": "us-east-1",
      "integrity": "sha256:6c4c264b7520c23dec1c9a844971133e7db4031f90c2446f5bde658efd8ea1ef",
      "stacks": {
        "builder": "filled"
      },
      "made": {
        "aws_s3_bucket.documents": {
          "name": "ec2imagebuilder-123456789012-us-east-1"
        }
      }
    }`;

  async function former(): Promise<{ root: string; before: string }> {
    const root = projectFolder({ [component]: saying("one") });
    await run(root);
    const before = read(root).replace('"environments": {}', `"environments": {\n    ${environment}\n  }`);
    writeFileSync(join(root, file), before);
    return { root, before };
  }

  it("writes it in the words of today", async () => {
    const { root } = await former();
    expect(await run(root)).toEqual({ code: 0, out: `${file} written\n`, err: "" });
    expect(read(root)).toContain('"created": {');
    expect(await run(root)).toEqual({ code: 0, out: `${file} is up to date\n`, err: "" });
  });

  it("takes it with --check as up to date, and leaves it alone", async () => {
    const { root, before } = await former();
    expect(await run(root, { check: true })).toEqual({ code: 0, out: `${file} is up to date\n`, err: "" });
    expect(read(root)).toBe(before);
  });

  it("shows with --dry-run what it would write", async () => {
    const { root, before } = await former();
    const { out } = await run(root, { dryRun: true });
    expect(out).toContain('-      "made": {\n+      "created": {');
    expect(read(root)).toBe(before);
  });
});

describe("runLock after a merge", () => {
  const git = (root: string, ...args: string[]): void => {
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: root, stdio: "pipe" });
  };

  /** A commit with `a.yaml` of this content, locked. */
  const commit = async (root: string, content: string): Promise<void> => {
    writeFileSync(join(root, component), saying(content));
    await run(root);
    git(root, "add", ".");
    git(root, "commit", "-qm", content);
  };

  async function conflict(): Promise<string> {
    const root = projectFolder({ [component]: saying("base") });
    git(root, "init", "-qb", "main");
    await commit(root, "base");
    git(root, "checkout", "-qb", "topic");
    await commit(root, "topic");
    git(root, "checkout", "-q", "main");
    await commit(root, "main");
    await commit(root, "main again");
    expect(() => {
      git(root, "merge", "topic");
    }).toThrow("Command failed");
    writeFileSync(join(root, component), saying("topic"));
    return root;
  }

  it("refuses git's conflict markers and names the way out", async () => {
    const root = await conflict();
    const { code, err } = await run(root);
    expect(code).toBe(1);
    expect(err).toContain("lock-conflict");
    expect(err).toContain("npm run lock -- --merge");
  });

  it("settles with --merge by a version higher than either branch gave", async () => {
    const root = await conflict();
    const { code, out } = await run(root, { merge: true });
    expect(code).toBe(0);
    expect(out).toContain(`component linux/a 1.0.2 → 1.0.3: ${component} changed`);
    expect(read(root)).toContain('"1.0.1": "contested"');
    expect(await run(root, { check: true })).toMatchObject({ code: 0 });
  });

  it("refuses --merge where git knows of no conflict", async () => {
    const root = projectFolder({ [component]: saying("one") });
    const { code, err } = await run(root, { merge: true });
    expect(code).toBe(1);
    expect(err).toContain("git has no merge conflict");
    expect(readdirSync(root)).toEqual(["components"]);
  });
});
