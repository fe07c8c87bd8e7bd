import { exampleProject } from "../../../src/definitions/example-texts";
import { digestOfText } from "../../../src/versions/digest";
import { lockText } from "../../../src/versions/lock-text";
import { check } from "../../helpers/valid-project";

const { environment, image } = exampleProject;
const policy = (lines: string) => `lifecycle:\n  old:\n    ${lines}\n`;

function locked(versions: readonly string[]): string {
  const entry = { current: versions.at(-1), versions: new Map(versions.map((each) => [each, digestOfText(each)])) };
  return lockText(new Map([["imageRecipe", new Map([["base", entry]])]]), new Map());
}

async function found(code: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const problems = await check({ "images/base.yaml": image, ...files });
  return problems
    .filter((problem) => problem.code === code)
    .map(({ severity, line, message }) => `${severity} ${line - environment.split("\n").length + 1}: ${message}`);
}

describe("numbers of images to keep", () => {
  const three = { "versions.lock.json": locked(["1.0.0", "1.0.1", "1.0.2"]) };
  const counted = (text: string, lock: Record<string, string>) =>
    found("lifecycle-count", { "environments/dev.yaml": environment + policy(text), ...lock });

  test.each([
    ["keep", "images: [base]\n    rules: [{ action: delete, keep: 10 }]"],
    ["retainAtLeast", "images: [base]\n    rules: [{ action: delete, after: { days: 9 }, retainAtLeast: 10 }]"],
  ])("are noted where %s stands for more than it says", async (key, text) => {
    expect(await counted(text, three)).toEqual([
      `note 4: "${key}" counts for each version of a recipe, and the policy selects 3: up to 30 images stay`,
    ]);
  });

  test.each([
    [
      "one version",
      "images: [base]\n    rules: [{ action: delete, keep: 10 }]",
      { "versions.lock.json": locked(["1.0.0"]) },
    ],
    ["no lock", "images: [base]\n    rules: [{ action: delete, keep: 10 }]", {}],
    ["age alone", "images: [base]\n    rules: [{ action: delete, after: { days: 9 } }]", three],
    [
      "current versions alone",
      "images: [base]\n    versions: current\n    rules: [{ action: delete, keep: 10 }]",
      three,
    ],
  ])("say what they say with %s", async (_title, text, lock) => {
    expect(await counted(text, lock)).toEqual([]);
  });
});

describe("tags of lifecycle policies", () => {
  const tagged = (built: string, text: string) =>
    found("lifecycle-tags", {
      "images/base.yaml": `${image}tags: { stage: test }\n`,
      "environments/dev.yaml": environment + built + policy(text),
    });
  const rules = "rules: [{ action: delete, after: { days: 9 } }]";
  const onDeploy = "    buildOnDeploy: true\n";
  const all = "tags: { team: a }\n";

  test.each([
    ["of an image that Terraform builds", onDeploy, `tags: { stage: test }\n    ${rules}`],
    ["of which an image has one only", onDeploy, `tags: { stage: test, other: x }\n    ${rules}`],
    ["of the environment besides", onDeploy + all, `tags: { stage: test, team: a }\n    ${rules}`],
    [
      "to leave alone, of an image that Terraform builds",
      onDeploy,
      `images: [base]\n    ${rules}\n    exclude: { tags: { stage: test } }`,
    ],
    [
      "to leave alone, that are set by hand",
      "",
      `images: [base]\n    ${rules}\n    exclude: { tags: { hold: "yes" } }`,
    ],
  ])("are taken: %s", async (_title, built, text) => {
    expect(await tagged(built, text)).toEqual([]);
  });

  const none = "no image that this environment builds has one of these tags in Image Builder";
  test.each([
    ["of an image that a pipeline builds", "", `tags: { stage: test }\n    ${rules}`, 3],
    ["with another value", onDeploy, `tags: { stage: live }\n    ${rules}`, 4],
    ["of images, for containers", onDeploy, `tags: { stage: test }\n    type: container\n    ${rules}`, 4],
  ])("are refused where they select nothing: %s", async (_title, built, text, line) => {
    expect(await tagged(built, text)).toEqual([`error ${line}: ${none}`]);
  });

  test.each([
    ["of an image that a pipeline builds", "", "stage: test", 5],
    ["of AMIs", "    distribute: [{ region: us-east-1, tags: { kind: ami } }]\n", "kind: ami", 6],
    ["of the environment", all, "team: a", 6],
  ])("are refused where they leave nothing alone: %s", async (_title, built, tag, line) => {
    expect(await tagged(built, `images: [base]\n    ${rules}\n    exclude: { tags: { ${tag} } }`)).toEqual([
      `error ${line}: no image that this environment builds has the tag "${tag}" in Image Builder, so it excludes none`,
    ]);
  });
});
