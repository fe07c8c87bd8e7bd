import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { placesOf } from "../../helpers/example-rules";
import { projectFolder } from "../../helpers/project-folder";

const component = (...phases: readonly string[]) =>
  `schemaVersion: 1.0\nphases:\n${phases
    .map(
      (phase) =>
        `  - name: ${phase}\n    steps:\n      - name: SayHello\n        action: ExecuteBash\n        inputs:\n          commands:\n            - echo hello\n`,
    )
    .join("")}`;

/** Lines of an image's list of components → where the check finds which rule. */
async function check(references: readonly string[], tests: string, ...phases: readonly string[]) {
  const folder = projectFolder({
    "images/base.yaml": exampleProject.image.replace(
      "  - aws: update-linux\n",
      references.map((reference) => `  - ${reference}\n`).join("") + tests,
    ),
    "environments/dev.yaml": exampleProject.environment,
    "components/linux/checks.yaml": component(...phases),
  });
  return placesOf(checkProject(await loadProject(folder))).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

const off = "tests:\n  enabled: false\n";

describe("an image whose tests are turned off", () => {
  it.each([["test"], ["test", "container-host-test"]])("never runs a component of %s", async (...phases) => {
    expect(await check(["aws: update-linux", "component: linux/checks"], off, ...phases)).toStrictEqual([
      "6:16 test-never-runs",
    ]);
  });

  it.each([
    ["build", "test"],
    ["validate", "test"],
  ])("runs the other phase of a component of %s and %s", async (...phases) => {
    expect(await check(["linux/checks"], off, ...phases)).toStrictEqual([]);
  });
});

describe("an image of components that only test", () => {
  it("is reported where they are listed", async () => {
    expect(await check(["linux/checks"], "", "test")).toStrictEqual(["4:1 image-builds-nothing"]);
    expect(await check(["linux/checks"], off, "test")).toStrictEqual([
      "4:1 image-builds-nothing",
      "5:5 test-never-runs",
    ]);
  });

  it("is no such image where one component is unknown here", async () => {
    const arn = "arn: arn:aws:imagebuilder:us-east-1:123456789012:component/other/1.0.0";
    expect(await check(["linux/checks", arn], "", "test")).toStrictEqual([]);
  });
});
