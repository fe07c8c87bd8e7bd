import { checkProject } from "../../src/checks/check-project";
import { definitionsIn } from "../../src/definitions/definitions";
import { environmentText, imageText } from "../../src/definitions/example-texts";
import { loadProject } from "../../src/project/load-project";
import { lockProject } from "../../src/project/lock";
import { projectFolder } from "../helpers/project-folder";

const valued = imageText({ more: "description: For ${var.stage}\nvolumes:\n  - size: ${var.size}\n" });

function environment(values: string, account: string, images: Readonly<Record<string, string>> = { base: "" }): string {
  return environmentText({ before: `${values}\n`, account: `"${account}"`, images });
}

const files = {
  "images/base.yaml": valued,
  "environments/dev.yaml": environment("values: { stage: dev, size: 20 }", "111122223333"),
  "environments/prod.yaml": environment("values: { stage: prod, size: 40 }", "123456789012"),
};

async function load(of: Readonly<Record<string, string>>) {
  return loadProject(projectFolder(of));
}

async function found(of: Readonly<Record<string, string>>): Promise<string[]> {
  return checkProject(await load(of)).map(
    ({ file, line, column, code, message, fix }) => `${file}:${line}:${column} ${code} ${message}; ${fix}`,
  );
}

test("an image is what the values of each environment make it", async () => {
  const { definitions } = await load(files);
  const seen = ["dev", "prod"].map((name) => definitionsIn(name, definitions).images.get("base"));
  expect(seen.map((image) => [image?.description, image?.volumes[0]?.size])).toEqual([
    ["For dev", 20],
    ["For prod", 40],
  ]);
});

test("another content is another version, and one that is the same is shared", async () => {
  const third = environment("values: { stage: dev, size: 20 }", "444455556666");
  const locked = lockProject(await load({ ...files, "environments/test.yaml": third }));
  const versions = [...(locked.recipes.get("base") ?? [])].map(([name, { version }]) => [name, version]);
  expect(versions).toEqual([
    ["dev", "1.0.0"],
    ["prod", "1.0.1"],
    ["test", "1.0.0"],
  ]);
});

test("an environment without values has the images that use none", async () => {
  const base = { ...files, "images/web.yaml": imageText() };
  const other = environment("", "444455556666", { web: "" });
  expect(await found({ ...base, "environments/test.yaml": other })).toEqual([]);
});

test("each environment is told of what its values do", async () => {
  const dev = environment("values: { stage: dev, size: small }", "111122223333");
  const prod = environment("values: { stages: prod, size: 40 }", "123456789012");
  expect(await found({ ...files, "environments/dev.yaml": dev, "environments/prod.yaml": prod })).toMatchSnapshot();
});

test("a rule looks at an image with the values of each environment", async () => {
  const image = imageText({
    more: "volumes:\n  - size: 20\n    kmsKey: ${var.key}\n    encrypted: ${var.encrypted}\n",
  });
  const key = "arn:aws:kms:us-east-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef";
  const dev = environment(`values: { key: "${key}", encrypted: true }`, "111122223333");
  const prod = environment(`values: { key: "${key}", encrypted: false }`, "123456789012");
  expect(
    await found({ "images/base.yaml": image, "environments/dev.yaml": dev, "environments/prod.yaml": prod }),
  ).toMatchSnapshot();
});

test("an image that no environment builds is read with the values that fit", async () => {
  const web = `# check-ignore-file image-unused: for later\n${imageText({ more: "description: For ${var.team}\n" })}`;
  expect(await found({ ...files, "images/web.yaml": web })).toMatchSnapshot();
  const prod = environment("values: { stage: prod, size: 40, team: blue }", "123456789012");
  expect(await found({ ...files, "images/web.yaml": web, "environments/prod.yaml": prod })).toMatchSnapshot();
});

test("a list takes the place of a list, and the parameters of a component take texts", async () => {
  const image = imageText({
    components: ["component: linux/hello\nparameters:\n  Name: ${var.stage} ${var.count}"],
  });
  const document =
    "name: hello\nschemaVersion: 1.0\nparameters:\n  - Name: { type: string }\nphases:\n  - name: build\n    steps:\n      - name: Hello\n        action: ExecuteBash\n        inputs: { commands: ['echo \"${var.stage}\" {{ Name }}'] }\n";
  const dev = environmentText({
    before: "values: { stage: dev, count: 2, read: [tools, more-tools] }\n",
    more: "build:\n  instanceProfile: { create: true, read: '${var.read}' }\n",
  });
  const project = await load({
    "images/base.yaml": image,
    "environments/dev.yaml": dev,
    "components/linux/hello.yaml": document,
  });
  const { images, environments } = project.definitions;
  expect(images.get("base")?.components[0]?.parameters).toEqual({ Name: "dev 2" });
  expect(environments.get("dev")?.build.instanceProfile).toMatchObject({ read: ["tools", "more-tools"] });
});
