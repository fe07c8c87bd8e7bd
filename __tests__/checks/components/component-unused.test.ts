import { checkProject } from "../../../src/checks/check-project";
import { checkRules } from "../../../src/checks/check-rules";
import { componentUnused } from "../../../src/checks/components/component-unused";
import { contextOf } from "../../../src/checks/context/check-context";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { placesOf } from "../../helpers/example-rules";
import { projectFolder } from "../../helpers/project-folder";

const hello = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: SayHello
        action: ExecuteBash
        inputs:
          commands:
            - echo hello
`;
const kept = `# check-ignore-file component-unused: for the images of next year\n${hello}`;

async function check(files: Readonly<Record<string, string>>) {
  const folder = projectFolder({
    "images/base.yaml": exampleProject.image,
    "environments/dev.yaml": exampleProject.environment,
    ...files,
  });
  return placesOf(checkProject(await loadProject(folder)));
}

const using = (reference: string) => ({
  "images/base.yaml": exampleProject.image.replace("- aws: update-linux", `- ${reference}`),
});
const unused = (file: string, line = 1) => ({ file, line, column: 1, code: "component-unused" });

/** How often the texts of that many unused documents are looked into. */
async function looks(count: number): Promise<number> {
  const names = Array.from({ length: count }, (_, index) => `components/linux/d${index}.yaml`);
  const project = await loadProject(projectFolder(Object.fromEntries(names.map((name) => [name, hello]))));
  let taken = 0;
  const components = [...project.components].map(([name, component]) => {
    const counted = Object.defineProperty({ ...component }, "text", { get: () => (taken++, component.text) });
    return [name, counted] as const;
  });
  expect(checkRules([componentUnused], contextOf({ ...project, components: new Map(components) }))).toHaveLength(count);
  return taken;
}

describe("a component that no image names", () => {
  it("is reported, and one that an image names by either form is not", async () => {
    const files = { "components/linux/hello.yaml": hello, "components/linux/other.yml": hello };
    expect(await check({ ...files, ...using("linux/hello") })).toStrictEqual([unused("components/linux/other.yml")]);
    expect(await check({ ...files, ...using("component: linux/other") })).toStrictEqual([
      unused("components/linux/hello.yaml"),
    ]);
  });

  it("is left alone where its header says why it stays", async () => {
    expect(await check({ "components/linux/hello.yaml": kept })).toStrictEqual([]);
  });

  it("needs no such header any more once an image names it", async () => {
    expect(await check({ "components/linux/hello.yaml": kept, ...using("linux/hello") })).toStrictEqual([
      { file: "components/linux/hello.yaml", line: 1, column: 1, code: "silence-unused" },
    ]);
  });

  it("is used where another component runs it by its ARN", async () => {
    const nesting = hello.replace(
      /ExecuteBash\n[^]*$/,
      "ExecuteDocument\n        inputs:\n          document: arn:aws:imagebuilder:us-east-1:123456789012:component/linux-hello/1.0.0/1\n",
    );
    const files = { "components/linux/hello.yaml": hello, "components/linux/outer.yaml": nesting };
    expect(await check({ ...files, ...using("linux/outer") })).toStrictEqual([]);
  });

  it("is not used by its own ARN in its own text", async () => {
    const self = `${hello}# arn:aws:imagebuilder:us-east-1:123456789012:component/linux-hello/x.x.x\n`;
    expect(await check({ "components/linux/hello.yaml": self })).toStrictEqual([unused("components/linux/hello.yaml")]);
  });

  it("costs one look into each document, however many there are", async () => {
    expect([await looks(5), await looks(50)]).toEqual([5, 50]);
  });

  it("is named by an image with another mistake, too", async () => {
    const image = exampleProject.image.replace("- aws: update-linux", "- linux/hello\nvolume: []");
    expect(await check({ "components/linux/hello.yaml": hello, "images/base.yaml": image })).toStrictEqual([
      expect.objectContaining({ file: "images/base.yaml", code: "unknown-key" }),
    ]);
  });

  it("is not told from the others while an image cannot be read", async () => {
    const files = { "components/linux/hello.yaml": hello, "components/linux/kept.yaml": kept };
    expect(await check({ ...files, "images/base.yaml": "parent: {\n" })).toStrictEqual([
      expect.objectContaining({ file: "images/base.yaml", code: "yaml-syntax" }),
    ]);
  });
});
