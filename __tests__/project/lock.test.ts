import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { allProblems, inspectProject } from "../../src/checks/inspect-project";
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
  expect(lock?.recipeVersions.get("base")).toEqual(
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
  ["userData: hello\n"],
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
