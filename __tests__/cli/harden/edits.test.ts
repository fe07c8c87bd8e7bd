import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Hardening } from "../../../src/adoption/hardening";
import { copyProject } from "../../../src/cli/copy-project";
import { editsOf } from "../../../src/cli/harden/edits";
import { loadProject } from "../../../src/project/load-project";
import { componentText } from "../../helpers/component-state";
import { projectFolder } from "../../helpers/project-folder";

describe("what hardening takes away of definitions", () => {
  let copy = "";
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "golden-images-edits-"));
  });
  afterEach(() => {
    rmSync(copy, { recursive: true });
  });

  const idle = "# check-ignore-file root-size: AWS has it like this already\n";
  const parent = "parent: { os: amazon-linux-2023, architecture: x86_64 }\ncomponents: [linux/hello]\n";
  const volumes = "encryptRootVolume: false # as it was\n";
  const environment = 'account: "123456789012"\nregion: us-east-1\nimages: { base: { schedule: manual } }\n';

  async function edited(image: string, only?: readonly Hardening[]) {
    const root = projectFolder({
      "components/linux/hello.yaml": `${idle}${componentText}`,
      "images/base.yaml": image,
      "environments/dev.yaml": environment,
    });
    const project = await loadProject(root);
    await copyProject(root, project.dockerfiles.keys(), copy);
    return Object.fromEntries(await editsOf(project, { environment: "dev", only, copy }));
  }

  it("is a comment of an adoption whose rule finds nothing; of a component, it is part of the text", async () => {
    const before = `# of the team\n${idle}${parent}`;
    expect(await edited(before)).toStrictEqual({
      "images/base.yaml": { before, after: `# of the team\n${parent}` },
    });
  });

  it.each([
    ["of somebody else", "# check-ignore-file root-size: we know better\n", parent],
    [
      "whose rule finds something",
      "# check-ignore-file root-size: AWS has it like this already\n",
      `${parent}volumes: [{ size: 2 }]\n`,
    ],
  ])("is no comment %s", async (_what, comment, rest) => {
    expect(await edited(`${comment}${rest}`)).toStrictEqual({});
  });

  it("is what --only names", async () => {
    const before = `${idle}${parent}${volumes}`;
    expect(await edited(before, ["comments"])).toStrictEqual({
      "images/base.yaml": { before, after: `${parent}${volumes}` },
    });
    expect(await edited(before, ["volumes"])).toStrictEqual({
      "images/base.yaml": { before, after: `${idle}${parent}` },
    });
  });
});
