import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { checkProject } from "../../src/checks/check-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { helloDocument } from "../../src/documents/examples";
import { loadProject } from "../../src/project/load-project";
import { projectFolder } from "../helpers/project-folder";

const { image, environment } = exampleProject;
const container = `parent:\n  image: amazonlinux:2023\ncomponents:\n  - aws: update-linux\ndockerfile: web.Dockerfile\n`;
const dockerfile =
  "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";
const using = image.replace("aws: update-linux", "linux/hello");

async function problemsOf(
  files: Record<string, string | Uint8Array>,
  change?: (root: string) => void,
): Promise<string[]> {
  const root = projectFolder({ "images/base.yaml": image, "environments/dev.yaml": environment, ...files });
  change?.(root);
  return checkProject(await loadProject(root)).map(
    ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
  );
}

describe("a file that is not UTF-8", () => {
  const latin1 = (text: string) => Buffer.from(`${text}# caf\xe9\n`, "latin1");

  it.each([
    ["an image", { "images/base.yaml": latin1(image) }, "images/base.yaml:6:6"],
    ["an environment", { "environments/dev.yaml": latin1(environment) }, "environments/dev.yaml:6:6"],
    [
      "a component",
      { "images/base.yaml": using, "components/linux/hello.yaml": latin1(helloDocument) },
      "components/linux/hello.yaml:10:6",
    ],
    ["a workflow", { "workflows/test/web.yaml": latin1("schemaVersion: 1.0\n") }, "workflows/test/web.yaml:2:6"],
    ["a Dockerfile", { "containers/web.yaml": container, "web.Dockerfile": latin1(dockerfile) }, "web.Dockerfile:4:6"],
    ["the lock", { "versions.lock.json": latin1("{}\n") }, "versions.lock.json:2:6"],
  ])("is told by the place of the first byte, and nothing else of it is: %s", async (_, files, place) => {
    expect(await problemsOf(files)).toEqual([`${place} text-encoding`]);
  });
});

describe("a symbolic link", () => {
  const outside = () => projectFolder({ "out.yaml": image, Dockerfile: dockerfile, "hello.yaml": helloDocument });

  it("is read where it stays in the project", async () => {
    const files = {
      "images/base.yaml": using,
      "shared/hello.yaml": helloDocument,
      "components/linux/hello.yaml": "-> ../../shared/hello.yaml",
      "containers/web.yaml": container,
      "docker/web": dockerfile,
      "web.Dockerfile": "-> docker/web",
    };
    expect(await problemsOf(files)).toEqual([]);
  });

  it("is refused where it leaves the project", async () => {
    const root = outside();
    const files = {
      "images/base.yaml": using,
      "components/linux/hello.yaml": `-> ${root}/hello.yaml`,
      "images/db1.yaml": `-> ${root}/out.yaml`,
      "containers/web.yaml": container,
      "web.Dockerfile": `-> ${root}/Dockerfile`,
    };
    expect(await problemsOf(files)).toEqual([
      "components/linux/hello.yaml:1:1 symbolic-link",
      "images/db1.yaml:1:1 symbolic-link",
      "web.Dockerfile:1:1 symbolic-link",
    ]);
  });

  it("is refused through a folder that leaves the project", async () => {
    const root = outside();
    const files = { "containers/web.yaml": container.replace("web.Dockerfile", "out/Dockerfile") };
    expect(
      await problemsOf(files, (project) => {
        symlinkSync(root, join(project, "out"));
      }),
    ).toEqual(["out/Dockerfile:1:1 symbolic-link"]);
  });

  it("is refused where it leads nowhere, in a circle or to a folder", async () => {
    const files = {
      "images/one.yaml": "-> nothing.yaml",
      "images/two.yaml": "-> two.yaml",
      "images/notes.txt": "-> nothing",
    };
    const found = await problemsOf(files, (root) => {
      mkdirSync(join(root, "shared"));
      writeFileSync(join(root, "shared", "c.yaml"), image);
      symlinkSync("../shared", join(root, "images", "more"));
    });
    expect(found).toEqual([
      "images/more:1:1 symbolic-link",
      "images/one.yaml:1:1 symbolic-link",
      "images/two.yaml:1:1 symbolic-link",
    ]);
  });
});

describe("what YAML has more than text, numbers, lists and maps", () => {
  it.each([
    ["a set", "tags: !!set { a }", "6:13 yaml-feature"],
    ["a tag of another program", "tags: { a: !Ref b }", "6:17 yaml-feature"],
    ["a binary value", "tags: { a: !!binary aGk= }", "6:21 yaml-feature"],
    ["an ordered map", "tags: !!omap [a: b]", "6:14 yaml-feature"],
    ["the key __proto__", "tags: { __proto__: b }", "6:9 yaml-feature"],
    ["a merge of what is no map", "tags: { <<: b }", "6:9 yaml-syntax"],
  ])("is an error in a definition: %s", async (_, line, problem) => {
    const found = await problemsOf({ "environments/dev.yaml": `${environment}${line}\n` });
    expect(found).toContain(`environments/dev.yaml:${problem}`);
  });

  it("is an error where a definition says that it is YAML 1.1", async () => {
    expect(await problemsOf({ "images/base.yaml": `%YAML 1.1\n---\n${image}` })).toEqual([
      "images/base.yaml:1:1 yaml-feature",
    ]);
    expect(await problemsOf({ "images/base.yaml": `%YAML 1.2\n---\n${image}` })).toEqual([]);
  });

  it("is kept where it is an anchor or a merge key", async () => {
    const root = projectFolder({
      "images/base.yaml": image,
      "environments/dev.yaml": `${environment}tags: &tags { owner: me }\nbuild: { tags: { <<: *tags, team: us } }\n`,
    });
    const project = await loadProject(root);
    expect(checkProject(project)).toEqual([]);
    expect(project.environments.get("dev")?.value?.build.tags).toEqual({ team: "us", owner: "me" });
  });

  it("is nothing where a key has no value", async () => {
    const root = projectFolder({ "environments/dev.yaml": `${environment}tags: { owner }\n` });
    expect((await loadProject(root)).environments.get("dev")?.raw).toMatchObject({ tags: { owner: null } });
  });
});

describe("a text with characters that no text should hold", () => {
  it.each([
    [
      "reversed text in a comment",
      { "images/base.yaml": `${image}# \u202efdsa\n` },
      "images/base.yaml:6:3 bidirectional-control",
    ],
    [
      "reversed text by an escape",
      { "images/base.yaml": `description: "\\u202e"\n${image}` },
      "images/base.yaml:1:14 bidirectional-control",
    ],
    [
      "reversed text in a Dockerfile",
      { "containers/web.yaml": container, "web.Dockerfile": `${dockerfile}# \u2066a\n` },
      "web.Dockerfile:4:3 bidirectional-control",
    ],
    ["a NUL", { "environments/dev.yaml": `${environment}# \0\n` }, "environments/dev.yaml:6:3 control-character"],
    [
      "a NUL by an escape",
      { "images/base.yaml": `description: "a\\0"\n${image}` },
      "images/base.yaml:1:14 control-character",
    ],
    [
      "half a character",
      { "images/base.yaml": `description: "\\ud83d"\n${image}` },
      "images/base.yaml:1:14 control-character",
    ],
    [
      "half a character in a key",
      { "environments/dev.yaml": `${environment}tags: { "\\ud83d": a }\n` },
      "environments/dev.yaml:6:9 control-character",
    ],
    [
      "an escape that steers terminals",
      { "environments/dev.yaml": `${environment}# \u001b[2J\n` },
      "environments/dev.yaml:6:3 control-character",
    ],
    [
      "a no-break space in a Dockerfile",
      { "containers/web.yaml": container, "web.Dockerfile": `${dockerfile}RUN\u00a0ls\n` },
      "web.Dockerfile:4:4 invisible-character",
    ],
  ])("is told at its line: %s", async (_, files, problem) => {
    expect(await problemsOf(files)).toContain(problem);
  });

  it("is none where a surrogate has its counterpart, or a line ends as on Windows", async () => {
    const text = `description: "\\ud83d\\ude80 🚀"\n${image}`.replaceAll("\n", "\r\n");
    expect(await problemsOf({ "images/base.yaml": text })).toEqual([]);
  });
});

describe("a number", () => {
  it("is shown and taken as it is written", async () => {
    const root = projectFolder({
      "images/base.yaml": image,
      "environments/dev.yaml": environment.replace('"123456789012"', "082936434188"),
    });
    const project = await loadProject(root);
    expect(checkProject(project).map(({ message, fix }) => `${message}; ${fix}`)).toEqual([
      '"account" is the number 082936434188, expected text; write it in quotes: "082936434188"',
    ]);
    expect(project.environments.get("dev")?.value?.account).toBe("082936434188");
  });

  it("beyond a limit of the provider is passed on where that is silenced", async () => {
    const files = (comment: string) => ({
      "images/base.yaml": `${image}volumes:\n  - iops: 12000 ${comment}\n    size: 100\n`,
    });
    expect(await problemsOf(files(""))).toEqual(["images/base.yaml:7:11 setting-limit"]);
    const root = projectFolder({
      ...files("# check-ignore setting-limit: provider 6"),
      "environments/dev.yaml": environment,
    });
    const project = await loadProject(root);
    expect(checkProject(project)).toEqual([]);
    expect(project.images.get("base")?.value?.volumes).toMatchObject([{ iops: 12000 }]);
  });
});
