import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const builder = exampleProject.environment.replace("123456789012", "210987654321");
const consumerText =
  'account: "123456789012"\nregion: us-east-1\nconsumer: { from: { prod: { images: { base: {} } } } }\n';
const sharing = `${builder}    distribute:\n      - region: us-east-1\n        share: { accounts: ["123456789012"] }\n`;

async function codes(files: Readonly<Record<string, string>>): Promise<string[]> {
  const project = await loadProject(projectFolder({ "images/base.yaml": exampleProject.image, ...files }));
  return checkProject(project).map(({ file, line, code }) => `${file}:${line} ${code}`);
}

describe("a chain of images", () => {
  const onBase = "parent: { image: base }\ncomponents: [{ aws: update-linux }]\n";
  const onContainer = (parent: string) => `parent: { ${parent} }\ncomponents: [{ aws: update-linux }]\n`;
  const files = {
    "images/web.yaml": onBase,
    "images/shop.yaml": "parent: { image: web }\ncomponents: [{ aws: update-linux }]\n",
    "containers/app.yaml": onContainer("image: amazonlinux:2023"),
    "containers/site.yaml": onContainer("container: app"),
  };
  const environment = (base: string, web: string, app: string) => `account: "123456789012"
region: us-east-1
images:
  shop: { schedule: manual }
  web: { schedule: manual${web} }
  base: { schedule: manual${base} }
containers:
  app: { schedule: manual${app} }
  site: { schedule: manual }
`;

  it("starts with an image that Terraform builds, or that is known to be there", async () => {
    const text = environment(", buildOnDeploy: true", ", alreadyBuilt: true", ", alreadyBuilt: true");
    expect(await codes({ ...files, "environments/dev.yaml": text })).toEqual([]);
  });

  it("is warned of at each parent of which neither is said", async () => {
    expect(await codes({ ...files, "environments/dev.yaml": environment("", "", "") })).toEqual([
      "environments/dev.yaml:5 chain-start",
      "environments/dev.yaml:6 chain-start",
      "environments/dev.yaml:8 chain-start",
    ]);
    const text = environment(", buildOnDeploy: true", "", ", alreadyBuilt: true");
    expect(await codes({ ...files, "environments/dev.yaml": text })).toEqual(["environments/dev.yaml:5 chain-start"]);
  });
});

describe("two environments in one account and region", () => {
  it("are one too many where both build", async () => {
    const { environment } = exampleProject;
    expect(await codes({ "environments/dev.yaml": environment, "environments/test.yaml": environment })).toEqual([
      "environments/test.yaml:1 duplicate-place",
    ]);
  });

  it("may be one that builds and one that receives", async () => {
    expect(
      await codes({
        "environments/dev.yaml": exampleProject.environment,
        "environments/prod.yaml": sharing,
        "environments/team.yaml": consumerText,
      }),
    ).toEqual([]);
  });
});
