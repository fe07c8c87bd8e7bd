import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { inspectProject } from "../../../src/checks/inspect-project";
import { locateStep, type NamedStep, type StepPlace } from "../../../src/operations/failures/locate-step";
import { resolveFactories } from "../../../src/project/factories";
import { digestOfText } from "../../../src/versions/digest";
import { projectFolder } from "../../helpers/project-folder";

const step = (name: string, more = ""): string =>
  `      - name: ${name}\n        action: ExecuteBash\n${more}        inputs: { commands: ['true'] }\n`;
const document = `schemaVersion: 1.0
phases:
  - name: build
    steps:
${step("Install")}${step("Users", "        loop: { name: each, forEach: [alice, bob] }\n")}  - name: validate
    steps:
${step("Look")}  - name: test
    steps:
${step("Look")}`;
const long = "L".repeat(128);
const user = `schemaVersion: 1.0
parameters:
  - Name: { type: string, default: nobody }
phases:
  - name: build
    steps:
      - name: Add
        action: ExecuteBash
        inputs: { commands: ['useradd {{ Name }}'] }
${step(long)}`;
const image = "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents:\n";
const files = {
  "components/linux/web.yaml": document,
  "components/linux/user.yaml": user,
  "images/web.yaml": `${image}  - linux/web\n`,
  "images/users.yaml": `${image}  - { component: linux/user, parameters: { Name: alice } }\n  - { component: linux/user, parameters: { Name: bob } }\n`,
  "environments/dev.yaml":
    'account: "123456789012"\nregion: us-east-1\nimages:\n  web: { schedule: manual }\n  users: { schedule: manual }\n',
};
const arn = (name: string, version = "1.0.0"): string =>
  `arn:aws:imagebuilder:us-east-1:123456789012:component/${name}/${version}/1`;

interface Scene {
  /** Files after they were locked; `undefined`: removed. */
  readonly edits?: Readonly<Record<string, string | undefined>>;
  /** What Git remembers. */
  readonly remembered?: readonly string[];
  /** The document as AWS has it. */
  readonly inAws?: string;
  readonly locked?: boolean;
}

async function locate(named: NamedStep, { edits = {}, remembered = [], inAws, locked = true }: Scene = {}) {
  const root = projectFolder(files);
  const before = await inspectProject(root);
  if (locked) writeFileSync(join(root, "versions.lock.json"), before.lock?.text ?? "");
  for (const [file, text] of Object.entries(edits))
    if (text === undefined) rmSync(join(root, file));
    else writeFileSync(join(root, file), text);
  const { project, lock } = await inspectProject(root);
  const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
  if (factory === undefined) throw new Error("the project has errors");
  return locateStep(named, {
    project,
    factory,
    findText: (sha256) => remembered.find((text) => digestOfText(text) === `sha256:${sha256}`),
    textInAws: async () => Promise.resolve(inAws),
  });
}

/** `file:line step`, and what stands there in the text. */
function shown(place: StepPlace | undefined): string {
  if (place === undefined) return "nowhere";
  const { file, range, text, phase } = place;
  const { line, column } = range.start;
  const there = text.split("\n")[line - 1]?.slice(column - 1, range.end.column - 1) ?? "";
  return `${file}:${line} ${phase} ${there}`;
}

describe("the line of a step that failed", () => {
  it.each([
    ["in the build", "build", "Install", "5 build Install"],
    ["in a loop", "build", "Users", "8 build Users"],
    ["in the validation", "validate", "Look", "14 validate Look"],
    ["in the test, where the validation has a step of that name", "test", "Look", "19 test Look"],
  ])("is found %s", async (_, phase, name, there) => {
    const place = await locate({ arn: arn("linux-web"), phase, step: name });
    expect(shown(place)).toBe(`components/linux/web.yaml:${there}`);
    expect(place).toMatchObject({ document: "linux/web", step: name, loop: name === "Users", notes: [] });
  });

  it("is the first of that name where the phase is not known", async () => {
    expect(shown(await locate({ arn: arn("linux-web"), step: "Look" }))).toContain("14 validate Look");
  });

  it.each<[string, NamedStep]>([
    [
      "another's component",
      { arn: "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.0/1", step: "Install" },
    ],
    ["a step that is nowhere", { arn: arn("linux-web"), phase: "build", step: "Other" }],
    ["a step in another phase", { arn: arn("linux-web"), phase: "test", step: "Install" }],
    ["no step", { arn: arn("linux-web"), phase: "build" }],
    ["no component", { phase: "build", step: "Install" }],
  ])("is none for %s", async (_, named) => {
    expect(await locate(named, { inAws: document })).toBeUndefined();
  });
});

describe("the line in an older version of a document", () => {
  const install = { arn: arn("linux-web"), phase: "build", step: "Install" };
  const moved = document.replace("    steps:\n", `    steps:\n${step("First")}`);
  const edits = { "components/linux/web.yaml": moved };

  it("is found by the digest in the lock, with where the step is now", async () => {
    const place = await locate(install, { edits, remembered: ["other", document], inAws: "not asked" });
    expect(shown(place)).toBe("components/linux/web.yaml:5 build Install");
    expect(place?.text).toBe(document);
    expect(place?.notes).toEqual([
      "this is version 1.0.0 of the document, the one that was built; the file has changed since: the step is now at components/linux/web.yaml:8",
    ]);
  });

  it("is found in the document that AWS has, where nothing here remembers it", async () => {
    expect(shown(await locate(install, { edits, inAws: document }))).toBe("components/linux/web.yaml:5 build Install");
  });

  it("is found in the file as it is now where the old one is nowhere, and says so", async () => {
    const place = await locate(install, { edits });
    expect(shown(place)).toBe("components/linux/web.yaml:8 build Install");
    expect(place?.notes).toEqual(["version 1.0.0 of the document was not found; this is the file as it is now"]);
  });

  it("says that the step is gone, or the whole file", async () => {
    const renamed = await locate(install, {
      edits: { "components/linux/web.yaml": document.replace("Install", "Setup") },
      remembered: [document],
    });
    expect(renamed?.notes).toEqual([
      expect.stringContaining("the file has changed since, and no longer has this step"),
    ]);
    const gone = {
      "components/linux/web.yaml": undefined,
      "images/web.yaml": `${image}  - linux/user\n`,
    };
    const place = await locate(install, { edits: gone, remembered: [document] });
    expect(shown(place)).toBe("components/linux/web.yaml:5 build Install");
    expect(place?.notes).toEqual([expect.stringContaining("the file no longer exists")]);
    expect(await locate(install, { edits: gone })).toBeUndefined();
  });

  it("is not taken from the file for a version that the lock does not know, unless AWS has the same", async () => {
    const unknown = { ...install, arn: arn("linux-web", "1.0.7") };
    expect(await locate(unknown, { inAws: document.replaceAll("\n", "\r\n") })).toMatchObject({ notes: [] });
    const other = await locate(unknown, { inAws: moved });
    expect(shown(other)).toBe("components/linux/web.yaml:8 build Install");
    expect(other?.notes).toEqual([expect.stringContaining("this is version 1.0.7 of the document")]);
    expect((await locate(unknown))?.notes).toHaveLength(1);
  });
});

describe("the line in documents that were merged", () => {
  const merged = arn("merged-users-1");

  it("is in the document that the step is from", async () => {
    for (const name of ["user_Add", "user-2_Add"]) {
      const place = await locate({ arn: merged, phase: "build", step: name });
      expect(shown(place)).toBe("components/linux/user.yaml:7 build Add");
      expect(place?.notes).toEqual([`step "${name}" of the component that 2 documents were merged into`]);
    }
  });

  it("is found by a name that was cut", async () => {
    const cut = await mergedName();
    expect(cut).toHaveLength(128);
    expect(shown(await locate({ arn: merged, phase: "build", step: cut }))).toBe(
      `components/linux/user.yaml:10 build ${long}`,
    );
  });

  it("is found for an older version by the document that AWS has, and says that the file may have changed", async () => {
    const add = { arn: merged, phase: "build", step: "user-2_Add" };
    const inAws = await mergedText();
    const edits = { "components/linux/user.yaml": user.replace("    steps:\n", `    steps:\n${step("First")}`) };
    const place = await locate(add, { edits, inAws });
    expect(shown(place)).toBe("components/linux/user.yaml:10 build Add");
    expect(place?.notes[1]).toContain("may have changed since");
    expect(await locate(add, { edits })).toBeUndefined();
  });

  async function mergedText(): Promise<string> {
    const { project, lock } = await inspectProject(projectFolder(files));
    const [factory] = lock === undefined ? [] : resolveFactories(project, lock);
    const content = factory?.components.find((each) => each.document.startsWith("merged/"))?.content;
    return content !== undefined && "text" in content ? content.text : "";
  }

  async function mergedName(): Promise<string> {
    return /name: (user_L+-[0-9a-f]{8})/.exec(await mergedText())?.[1] ?? "";
  }
});
