import { checkProject } from "../../../src/checks/check-project";
import { buildingWeb } from "../../../src/checks/example";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { placesOf } from "../../helpers/example-rules";
import { projectFolder } from "../../helpers/project-folder";

const document = (action: string) =>
  `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: ${action}\n`;

/** What the check finds where an image on `os` uses a component for `systems`. */
async function check(os: string, systems: string | undefined, action = "Reboot", more: Record<string, string> = {}) {
  const folder = projectFolder({
    "images/base.yaml": exampleProject.image
      .replace("amazon-linux-2023", os)
      .replace("aws: update-linux", "linux/update"),
    "environments/dev.yaml": exampleProject.environment,
    "components/linux/update.yaml": `${systems === undefined ? "" : `# @supported-os: ${systems}\n`}${document(action)}`,
    ...more,
  });
  return checkProject(await loadProject(folder));
}

describe("a component that names its operating systems", () => {
  it.each([
    ["amazon-linux-2023", "Amazon Linux 2023"],
    ["amazon-linux-2023", "Ubuntu, Amazon Linux"],
    ["amazon-linux-2023", "Amazon Linux 2"], // A prefix match, as the service makes it.
    ["amazon-linux-2", "amazon linux 2"],
    ["ubuntu-24.04", "Ubuntu 24.04"],
    ["rhel-9", "Red Hat Enterprise Linux 9.4"],
    ["suse-linux-15", "SLES 15"],
    ["suse-linux-15", "SUSE Linux Enterprise Server"],
  ])("may be used on %s where it names %s", async (os, systems) => {
    expect(await check(os, systems)).toStrictEqual([]);
  });

  it.each([
    ["amazon-linux-2", "Amazon Linux 2023"],
    ["ubuntu-24.04", "Ubuntu 22, Amazon Linux"],
    ["rhel-9", "Red Hat Enterprise Linux 10"],
    ["suse-linux-15", "SLES 12"],
  ])("may not be used on %s where it names %s", async (os, systems) => {
    expect(placesOf(await check(os, systems))).toStrictEqual([
      { file: "images/base.yaml", line: 5, column: 5, code: "component-os" },
    ]);
  });

  it("is held against the image at the bottom of a chain, and says what both are", async () => {
    const web = "parent:\n  image: base\ncomponents:\n  - component: linux/web\n";
    const more = {
      "images/web.yaml": web,
      ...buildingWeb,
      "components/linux/web.yaml": `# @supported-os: Ubuntu\n${document("Reboot")}`,
    };
    expect(await check("amazon-linux-2023", undefined, "Reboot", more)).toMatchObject([
      {
        file: "images/web.yaml",
        line: 4,
        column: 16,
        message: '"linux/web" is for "Ubuntu", but the OS of the image is "Amazon Linux 2023"',
      },
    ]);
  });

  it("is taken on trust where nobody says what the parent runs", async () => {
    const image = exampleProject.image
      .replace(/ {2}os:.*\n.*\n/, "  ssm: /images/base\n  platform: Linux\n")
      .replace("aws: update-linux", "linux/update");
    expect(await check("", "Ubuntu", "Reboot", { "images/base.yaml": image })).toStrictEqual([]);
  });
});

describe("a component that uses UpdateOS", () => {
  it("is warned of on Amazon Linux 2023 alone", async () => {
    expect(await check("amazon-linux-2023", undefined, "UpdateOS")).toMatchObject([
      { code: "update-os-unsupported", severity: "warning", line: 5, column: 5 },
    ]);
    expect(await check("amazon-linux-2", undefined, "UpdateOS")).toStrictEqual([]);
    expect(await check("ubuntu-24.04", undefined, "UpdateOS")).toStrictEqual([]);
  });
});
