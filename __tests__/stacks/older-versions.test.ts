import { App, Testing } from "cdktf";

import { inspectProject } from "../../src/checks/inspect-project";
import { helloDocument } from "../../src/documents/examples";
import { resolveFactories } from "../../src/project/factories";
import { ImageFactoryStack } from "../../stacks/image-factory-stack";
import { projectFolder } from "../helpers/project-folder";

interface Recipe {
  readonly version: string;
  readonly component: readonly { readonly component_arn: string }[];
}

const image = (component: string) =>
  `parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents:\n  - ${component}\n`;
const pinned = (version: string) => image(`{ component: linux/hello, version: ${version} }`);
const older = "arn:aws:imagebuilder:us-east-1:123456789012:component/team-linux-hello/1.0.0/1";
const stack = "${aws_imagebuilder_component.linux-hello.arn}";

const project = (files: Readonly<Record<string, string>>) =>
  projectFolder({
    "components/linux/hello.yaml": helloDocument,
    "images/base.yaml": image("linux/hello"),
    "images/web.yaml": image("linux/hello"),
    "environments/dev.yaml": `account: "123456789012"
region: us-east-1
namePrefix: team-
retainComponents: true
images: { base: { schedule: manual }, web: { schedule: manual } }
`,
    ...files,
  });

/** The lock, and the recipes by image, of a project without problems. */
async function lockedAs(files: Readonly<Record<string, string>>) {
  const root = project(files);
  const { project: loaded, lock, problems } = await inspectProject(root);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [factory] = lock === undefined ? [] : resolveFactories(loaded, lock);
  if (lock === undefined || factory === undefined) throw new Error("nothing is built");
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  const made = Testing.synth(new ImageFactoryStack(app, "dev", { factory, root }), true);
  const { resource } = JSON.parse(made) as {
    resource: { aws_imagebuilder_image_recipe: Record<string, Recipe> };
  };
  const recipes = Object.entries(resource.aws_imagebuilder_image_recipe).map(([name, { version, component }]) => [
    name,
    [version, ...component.map(({ component_arn: arn }) => arn)],
  ]);
  return { text: lock.text, recipes: Object.fromEntries(recipes) as Record<string, string[]> };
}

const changed = { "components/linux/hello.yaml": helloDocument.replace("hello", "hello again") };

test("an image stays with an older version of a component, as another gets the next", async () => {
  const { text: first } = await lockedAs({});
  const { recipes } = await lockedAs({ ...changed, "images/base.yaml": pinned("1.0.0"), "versions.lock.json": first });
  expect(recipes).toEqual({ base: ["1.0.0", older], web: ["1.0.1", stack] });
});

test("to name the version that a component has makes no new one of the image", async () => {
  const { text: first } = await lockedAs({});
  const files = { "images/base.yaml": pinned("1.0.0"), "versions.lock.json": first };
  expect((await lockedAs(files)).recipes).toEqual({ base: ["1.0.0", stack], web: ["1.0.0", stack] });
});

test("an image may go back to an older version, and gets a higher one itself", async () => {
  const { text: first } = await lockedAs({});
  const { text: second } = await lockedAs({ ...changed, "versions.lock.json": first });
  const { recipes } = await lockedAs({ ...changed, "images/base.yaml": pinned("1.0.0"), "versions.lock.json": second });
  expect(recipes).toEqual({ base: ["1.0.2", older], web: ["1.0.1", stack] });
});

test("what an older version declares is not known, so its parameters are not checked", async () => {
  const { text: first } = await lockedAs({});
  const base = image("{ component: linux/hello, version: 1.0.0, parameters: { Removed: a } }");
  const { recipes } = await lockedAs({ ...changed, "images/base.yaml": base, "versions.lock.json": first });
  expect(recipes.base).toEqual(["1.0.1", older]);
});

test.each([
  ["never was", pinned("1.0.7"), "component-version-unknown", 'did you mean "1.0.0"?'],
  ["is open", pinned("1.x.x"), "invalid-value", "write one of versions.lock.json, e.g. 1.0.2, or remove it"],
])("a version that %s is refused, at its place", async (_what, base, code, fix) => {
  const { text: first } = await lockedAs({});
  const { lock, problems } = await inspectProject(project({ "images/base.yaml": base, "versions.lock.json": first }));
  const found = [...problems, ...(lock?.problems ?? [])].filter(({ severity }) => severity === "error");
  expect([...new Map(found.map((each) => [each.code, each])).values()]).toMatchObject([
    { code, file: "images/base.yaml", fix },
  ]);
});
