import { checkProject } from "../../src/checks/check-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { loadProject } from "../../src/project/load-project";
import { placesOf } from "../helpers/example-rules";
import { projectFolder } from "../helpers/project-folder";

const valid = { "images/base.yaml": exampleProject.image, "environments/dev.yaml": exampleProject.environment };

async function check(files: Record<string, string>) {
  return checkProject(await loadProject(projectFolder({ ...valid, ...files })));
}

describe("checkProject", () => {
  test("reports every broken definition of one project, each at its place", async () => {
    const problems = await check({
      "images/base.yaml": `descripton: A base image
parent: { os: amazon-linx-2023, architecture: x86_64 }
components: linux/update-os
volumes:
  - size: 99999
`,
      "images/web.yaml": "parent: { image: bsae }\ncomponents:\n  - linux/missing\n  - component: x\n    aws: y\n",
      "environments/dev.yaml": `account: 123456789012
region: us-east-1
build: { terminateOnFailure: "no" }
images:
  nothing: { schedule: manual }
`,
      "environments/other.yaml": "region: us-east-1\nimages: {\n",
    });
    expect(placesOf(problems).map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual([
      "environments/dev.yaml:1:10 wrong-type",
      "environments/dev.yaml:3:30 wrong-type",
      "environments/dev.yaml:5:3 image-missing",
      "environments/other.yaml:2:9 yaml-syntax",
      "images/base.yaml:1:1 unknown-key",
      "images/base.yaml:2:15 invalid-value",
      "images/base.yaml:3:13 wrong-type",
      "images/base.yaml:5:11 setting-limit",
      "images/web.yaml:1:18 image-missing",
      "images/web.yaml:3:5 component-missing",
      "images/web.yaml:4:16 component-missing",
      "images/web.yaml:5:10 exactly-one",
    ]);
  });

  test("suggests the name that was meant", async () => {
    const problems = await check({ "environments/dev.yaml": exampleProject.environment.replace("base:", "bsae:") });
    expect(problems.map(({ message, fix }) => `${message}; ${fix}`)).toEqual([
      'there is no image "bsae" (images/bsae.yaml); did you mean "base"?',
    ]);
  });

  test("finds no comment unused while an error keeps its rule from seeing everything", async () => {
    const commented = (image: string) =>
      image.replace(
        "components:",
        "# check-ignore working-directory: the agent makes it\nworkingDirectory: var/tmp\ncomponents:",
      );
    const image = commented(exampleProject.image);
    expect(await check({ "images/base.yaml": image })).toEqual([]);
    const broken = await check({ "images/base.yaml": image.replace("os: amazon-linux-2023", "os: amazon-linx-2023") });
    expect(broken.map(({ code }) => code)).toEqual(["invalid-value"]);
    const elsewhere = { "environments/dev.yaml": "region: us-east-1\n" };
    const dependent = exampleProject.image.replace("components:", "# check-ignore root-size: a\ncomponents:");
    const codes = (await check({ ...elsewhere, "images/base.yaml": dependent })).map(({ code }) => code);
    expect(codes).toEqual(["missing-key"]);
  });

  test("finds a comment unused beside an error that a comment silences", async () => {
    const volumes = "volumes:\n  - iops: 12000 # check-ignore setting-limit: newer provider\n";
    const image = exampleProject.image.replace("components:", `${volumes}# check-ignore root-size: a\ncomponents:`);
    const codes = (await check({ "images/base.yaml": image })).map(({ code }) => code);
    expect(codes).toEqual(["silence-unused"]);
  });
});
