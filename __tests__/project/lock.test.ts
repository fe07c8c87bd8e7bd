import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { allProblems, inspectProject } from "../../src/checks/inspect-project";
import type { LockedProject } from "../../src/project/lock";
import type { Adoption } from "../../src/versions/adoption";
import { describeChange } from "../../src/versions/change";
import { placesOf } from "../helpers/example-rules";
import { projectFolder } from "../helpers/project-folder";

const document =
  "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: MakeFolder\n        action: CreateFolder\n        timeoutSeconds: 600\n        inputs:\n          - path: /opt/tool\n";
const image = (parent: string) => `parent: ${parent}\ncomponents: [linux/update]\n`;
const os = "{ os: amazon-linux-2023, architecture: x86_64 }";
const files = {
  "components/linux/update.yaml": document,
  "images/base.yaml": image(os),
  "images/web.yaml": image("{ image: base }"),
  "environments/dev.yaml":
    'account: "123456789012"\nregion: us-east-1\nimages:\n  base: { schedule: manual, alreadyBuilt: true }\n  web: { schedule: manual }\n',
  "environments/prod.yaml": 'account: "210987654321"\nregion: eu-west-1\nimages:\n  base: { schedule: manual }\n',
};

async function locked(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = projectFolder({ ...files, ...change });
  const { lock } = await inspectProject(root);
  writeFileSync(join(root, "versions.lock.json"), lock?.text ?? "");
  return root;
}

/** The version of a recipe, by environment. */
function recipeVersions(lock: LockedProject | undefined, recipe: string): Map<string, string> {
  return new Map([...(lock?.recipes.get(recipe) ?? [])].map(([environment, { version }]) => [environment, version]));
}

/** What an edit of a locked project changes. */
async function changesAfter(root: string, edit: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [file, text] of Object.entries(edit)) writeFileSync(join(root, file), text);
  const { lock, problems } = await inspectProject(root);
  expect(problems).toEqual([]);
  return (lock?.changes ?? []).map(describeChange);
}

test("a locked project has no problems, and a second lock changes nothing", async () => {
  const root = await locked();
  expect(allProblems(await inspectProject(root))).toEqual([]);
  expect(await changesAfter(root, {})).toEqual([]);
});

test("a recipe that is the same everywhere has the same version in every account and region", async () => {
  const { lock } = await inspectProject(await locked());
  expect(recipeVersions(lock, "base")).toEqual(
    new Map([
      ["dev", "1.0.0"],
      ["prod", "1.0.0"],
    ]),
  );
});

test("any byte of a document gives it and its recipes the next version", async () => {
  expect(await changesAfter(await locked(), { "components/linux/update.yaml": `${document}# more\n` })).toEqual([
    "component linux/update 1.0.0 → 1.0.1: components/linux/update.yaml changed",
    "image recipe base 1.0.0 → 1.0.1: follows linux/update 1.0.1",
    "image recipe web 1.0.0 → 1.0.1: follows linux/update 1.0.1",
  ]);
});

test.each([
  [
    "comments and the order of keys",
    { "images/base.yaml": `# The base\ncomponents: [linux/update] # all\nparent: ${os}\n` },
  ],
  ["tags, which AWS changes in place", { "images/base.yaml": `${image(os)}tags: { team: platform }\n` }],
  ["line endings", { "components/linux/update.yaml": document.replaceAll("\n", "\r\n") }],
])("%s change no version", async (_title, edit) => {
  expect(await changesAfter(await locked(), edit)).toEqual([]);
});

test.each([
  ["description: Base\n"],
  ["volumes: [{ size: 20 }]\n"],
  ["workingDirectory: /var/tmp\n"],
  ['userData: "#!/bin/sh\\ntouch /tmp/perform_cleanup"\n'],
  ["removeSsmAgent: true\n"],
])("%s gives the recipe the next version", async (line) => {
  expect(await changesAfter(await locked(), { "images/base.yaml": image(os) + line })).toEqual([
    expect.stringMatching(/^image recipe base 1\.0\.0 → 1\.0\.1: images\/base\.yaml/) as string,
  ]);
});

test("what a chained image inherits is part of it: another root device below is another recipe", async () => {
  const volumes = "volumes: [{ size: 20 }]\n";
  const root = await locked({ "images/web.yaml": image("{ image: base }") + volumes });
  const changes = await changesAfter(root, { "images/base.yaml": image("{ os: ubuntu-24.04, architecture: x86_64 }") });
  expect(changes.map((change) => change.split(":")[0])).toEqual([
    "image recipe base 1.0.0 → 1.0.1",
    "image recipe web 1.0.0 → 1.0.1",
  ]);
});

test("an environment's key changes the recipe there alone", async () => {
  const key = "encryption: { kmsKey: arn:aws:kms:eu-west-1:210987654321:alias/images }\n";
  const root = await locked({ "images/base.yaml": `${image(os)}volumes: [{ size: 20 }]\n` });
  const changes = await changesAfter(root, { "environments/prod.yaml": files["environments/prod.yaml"] + key });
  expect(changes.map((change) => change.split(":")[0])).toEqual(["image recipe base 1.0.0 → 1.0.1 in prod"]);
});

test("a stale lock is a problem at each entry that it lacks", async () => {
  const root = await locked();
  writeFileSync(join(root, "components/linux/update.yaml"), `${document}# more\n`);
  const problems = allProblems(await inspectProject(root));
  expect(placesOf(problems).map(({ file, code }) => `${file} ${code}`)).toEqual(
    Array.from({ length: 3 }, () => "versions.lock.json stale-lock"),
  );
  expect(problems[0]?.fix).toContain("npm run lock");
});

test("a line that goes back is a problem at the image's own line", async () => {
  const root = await locked({ "images/base.yaml": `version: "1.2"\n${image(os)}` });
  writeFileSync(join(root, "images/base.yaml"), `version: "1.1"\n${image(os)}`);
  expect(placesOf((await inspectProject(root)).problems)).toEqual([
    { file: "images/base.yaml", line: 1, column: 10, code: "version-line" },
  ]);
});

test("a changed text under an unchanged version cannot pass: it is Terraform that would not see it", async () => {
  const root = await locked();
  writeFileSync(join(root, "components/linux/update.yaml"), `${document}# more\n`);
  expect(allProblems(await inspectProject(root)).map(({ code, severity }) => `${severity} ${code}`)).toContain(
    "error stale-lock",
  );
});

describe("names in AWS", () => {
  const named = (environment: string, text: string) => ({
    [`environments/${environment}.yaml`]: `${files[`environments/${environment}.yaml` as keyof typeof files]}${text}`,
  });

  test("are no part of a content: environments that differ in these alone share their versions", async () => {
    const { lock } = await inspectProject(
      await locked({
        ...named("dev", "namePrefix: team-\ncomponents: { linux/update: { name: UpdateDev } }\n"),
        ...named("prod", "components: { linux/update: { name: UpdateProd } }\n"),
      }),
    );
    expect([...recipeVersions(lock, "base")]).toEqual([
      ["dev", "1.0.0"],
      ["prod", "1.0.0"],
    ]);
    expect(lock?.changes).toEqual([]);
  });

  test("a component of another name is another one, and what names it gets the next version there", async () => {
    const root = await locked();
    const renamed = named("prod", "components: { linux/update: { name: Update } }\n");
    const changes = [
      "image recipe base 1.0.0 → 1.0.1 in prod: images/base.yaml, one of its parents or its environment changed",
      'environment prod calls component linux/update "Update", which was "linux-update": another one in AWS, and the old one goes',
    ];
    expect(await changesAfter(root, renamed)).toEqual(changes);
    const { lock } = await inspectProject(root);
    writeFileSync(join(root, "versions.lock.json"), lock?.text ?? "");
    expect(await changesAfter(root, {})).toEqual([]);
    expect(await changesAfter(root, { "environments/prod.yaml": files["environments/prod.yaml"] })).toEqual([
      "image recipe base 1.0.1 → 1.0.2 in prod: images/base.yaml, one of its parents or its environment changed",
      'environment prod calls component linux/update "linux-update", which was "Update": another one in AWS, and the old one goes',
    ]);
  });

  test("a recipe of another name keeps its version, and what stands on it gets the next one", async () => {
    const text = files["environments/dev.yaml"].replace(
      "alreadyBuilt: true",
      "alreadyBuilt: true, names: { recipe: Golden }",
    );
    expect(await changesAfter(await locked(), { "environments/dev.yaml": text })).toEqual([
      "image recipe web 1.0.0 → 1.0.1: images/web.yaml, one of its parents or its environment changed",
      'environment dev calls recipe base "Golden", which was "base": another one in AWS, and the old one goes',
    ]);
  });
});

describe("versions that AWS has already", () => {
  const adopting = async (root: string, ...adoptions: readonly Adoption[]) => {
    const { lock, problems } = await inspectProject(root, { adoptions });
    return { lock, problems: problems.map(({ code, message }) => `${code}: ${message}`) };
  };
  const component: Adoption = { kind: "component", name: "linux/update", version: "1.2.3" };
  const recipe = (version: string, environment?: string): Adoption => ({
    kind: "imageRecipe",
    name: "base",
    version,
    environment,
  });

  test("are where versions start, components before the recipes that hold them", async () => {
    const root = projectFolder(files);
    const { lock, problems } = await adopting(root, component, recipe("2.0.17200000"));
    expect(problems).toEqual([]);
    expect(lock?.documentVersions.component("linux/update", "dev")).toBe("1.2.3");
    expect([...recipeVersions(lock, "base")]).toEqual([
      ["dev", "2.0.17200000"],
      ["prod", "2.0.17200000"],
    ]);
    writeFileSync(join(root, "versions.lock.json"), lock?.text ?? "");
    expect(await changesAfter(root, {})).toEqual([]);
    expect((await adopting(root, component, recipe("2.0.17200000"))).lock?.changes).toEqual([]);
    expect(await changesAfter(root, { "components/linux/update.yaml": `${document}# more\n` })).toEqual([
      "component linux/update 1.2.3 → 1.2.4: components/linux/update.yaml changed",
      "image recipe base 2.0.17200000 → 2.0.17200001: follows linux/update 1.2.4",
      "image recipe web 1.0.0 → 1.0.1: follows linux/update 1.2.4",
    ]);
  });

  test("may differ by environment", async () => {
    const root = projectFolder(files);
    const { lock, problems } = await adopting(
      root,
      { ...component, environment: "dev", version: "1.3.0" },
      { ...component, environment: "prod" },
      recipe("1.3.0", "dev"),
      recipe("1.2.9", "prod"),
    );
    expect(problems).toEqual([]);
    const versions = (environment: string) => [
      lock?.documentVersions.component("linux/update", environment),
      recipeVersions(lock, "base").get(environment),
    ];
    expect([versions("dev"), versions("prod")]).toEqual([
      ["1.3.0", "1.3.0"],
      ["1.2.3", "1.2.9"],
    ]);
    writeFileSync(join(root, "versions.lock.json"), lock?.text ?? "");
    expect(await changesAfter(root, {})).toEqual([]);
    expect(await changesAfter(root, { "components/linux/update.yaml": `${document}# more\n` })).toEqual([
      "component linux/update 1.3.0 → 1.3.1 in dev: components/linux/update.yaml changed",
      "component linux/update 1.2.3 → 1.3.1 in prod: components/linux/update.yaml changed",
      "image recipe base 1.3.0 → 1.3.1 in dev: follows linux/update 1.3.1, linux/update 1.3.1",
      "image recipe base 1.2.9 → 1.3.1 in prod: follows linux/update 1.3.1, linux/update 1.3.1",
      "image recipe web 1.0.0 → 1.0.1: follows linux/update 1.3.1, linux/update 1.3.1",
    ]);
  });

  test.each([
    ["no version", component, "1.2", '"1.2" of component linux/update is not a version'],
    ["one too large", component, "1.0.1073741824", '"1.0.1073741824" of component linux/update is not a version'],
    [
      "a lower one",
      component,
      "0.9.0",
      '"0.9.0" of component linux/update is lower than "1.0.1", which was given before',
    ],
    ["one of another content", component, "1.0.0", '"1.0.0" of component linux/update stands for another content'],
    [
      "of what is not there",
      { ...component, name: "linux/x" },
      "1.0.2",
      "the project holds no component linux/x to adopt",
    ],
    [
      "of an environment that does not build it",
      recipe("1.0.2", "test"),
      "1.0.2",
      'environment "test" holds no image recipe base to adopt',
    ],
  ])("are refused: %s", async (_why, adoption, version, message) => {
    const root = await locked();
    writeFileSync(join(root, "components/linux/update.yaml"), `${document}# more\n`);
    writeFileSync(join(root, "versions.lock.json"), (await inspectProject(root)).lock?.text ?? "");
    expect((await adopting(root, { ...adoption, version })).problems).toEqual([`adopted-version: ${message}`]);
  });

  test("are taken over on the line that a file says alone", async () => {
    const root = projectFolder({ ...files, "images/base.yaml": `version: "1.0"\n${image(os)}` });
    expect((await adopting(root, recipe("1.0.7"))).problems).toEqual([]);
    expect((await adopting(root, recipe("1.2.3"))).problems).toEqual([
      'adopted-version: "1.2.3" of image recipe base is not on the line "1.0" that its file says',
    ]);
  });
});
