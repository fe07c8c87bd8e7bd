import { readFileSync } from "node:fs";
import { join } from "node:path";

import { allProblems, inspectProject } from "../../src/checks/inspect-project";
import { resolveProject } from "../../src/checks/resolve-project";
import { ejectComponent } from "../../src/cli/run-eject";
import { exampleProject } from "../../src/definitions/example-texts";
import { loadProject } from "../../src/project/load-project";
import { packageFolder } from "../../src/project/package-folder";
import { shippedComponents } from "../../src/project/shipped-components";
import { projectFolder } from "../helpers/project-folder";

const { image, environment } = exampleProject;
const naming = (component: string) => ({
  "images/base.yaml": image.replace("- aws: update-linux", `- ${component}`),
  "environments/dev.yaml": environment,
});

describe("a component that comes with the package", () => {
  it("is one of the files in components/ of the package", () => {
    const shipped = shippedComponents();
    expect(shipped.map(({ document }) => document)).toContain("golden:linux/harden-ssh");
    expect(shipped.every(({ path }) => path.startsWith(join(packageFolder(), "components")))).toBe(true);
  });

  it("is locked under its own name, and read where it lies", async () => {
    const root = projectFolder(naming("golden:linux/harden-ssh"));
    const { lock, project } = await inspectProject(root);
    expect([...project.components.keys()]).toStrictEqual(["golden:linux/harden-ssh"]);
    expect(lock?.text).toContain(`"golden:linux/harden-ssh": {`);
    expect(allProblems({ project, lock, problems: [] }).map(({ code }) => code)).toStrictEqual(["stale-lock"]);

    const { environments } = await resolveProject(
      projectFolder({ ...naming("golden:linux/harden-ssh"), "versions.lock.json": lock?.text ?? "" }),
    );
    expect(environments?.factories[0]?.components).toMatchObject([
      {
        document: "golden:linux/harden-ssh",
        name: "golden-linux-harden-ssh",
        platform: "Linux",
        content: { file: join(packageFolder(), "components", "linux", "harden-ssh.yaml") },
      },
    ]);
  });

  it("is refused on another platform, and where there is none of that name", async () => {
    const codesOf = async (component: string) =>
      (await inspectProject(projectFolder(naming(component)))).problems.map(
        ({ code, message }) => `${code} ${message}`,
      );
    expect(await codesOf("golden:windows/update-os")).toStrictEqual([
      'component-platform "golden:windows/update-os" is for Windows, the image is Linux',
      'update-os-unsupported "golden:windows/update-os" uses UpdateOS, which does not support "Amazon Linux 2023"',
    ]);
    expect(await codesOf("golden:linux/harden-shh")).toStrictEqual([
      'component-missing no component "golden:linux/harden-shh" comes with golden-images',
    ]);
  });

  it("is there also where the definition has another mistake", async () => {
    const files = naming("golden:linux/harden-ssh");
    const broken = {
      ...files,
      "images/base.yaml": files["images/base.yaml"].replace(/^parent:.*(\n .*)*/m, "parent: x"),
    };
    const { problems } = await inspectProject(projectFolder(broken));
    expect(problems.map(({ code }) => code)).toStrictEqual(["wrong-type"]);
  });

  it("is copied without the comment that says why the library keeps it", async () => {
    const root = projectFolder(naming("golden:linux/web-server"));
    await ejectComponent(root, "windows/update-os", shippedComponents(), await loadProject(root));
    const copy = readFileSync(join(root, "components/windows/update-os.yaml"), "utf8");
    expect(copy).not.toContain("check-ignore-file component-unused");
    expect(copy).toContain("name: update-os");
  });

  it("is copied for changes by eject, which never overwrites and says where it is named", async () => {
    const root = projectFolder(naming("golden:linux/harden-ssh"));
    const eject = async (name: string) => ejectComponent(root, name, shippedComponents(), await loadProject(root));
    expect(await eject("linux/harden-ssh")).toStrictEqual([
      "components/linux/harden-ssh.yaml written: a copy from the installed golden-images",
      'images/base.yaml:5 names "golden:linux/harden-ssh"; write "linux/harden-ssh" there to use yours',
      'Then run "npm run lock".',
    ]);
    const copy = readFileSync(join(root, "components/linux/harden-ssh.yaml"), "utf8");
    expect(copy).toBe(readFileSync(join(packageFolder(), "components/linux/harden-ssh.yaml"), "utf8"));
    await expect(eject("golden:linux/harden-ssh")).rejects.toThrow("exists already and is not overwritten");
    await expect(eject("linux/harden-shh")).rejects.toThrow('"linux/harden-ssh"');
  });
});
