import { checkRules } from "../../src/checks/check-rules";
import { contextOf } from "../../src/checks/context/check-context";
import type { ProjectRule } from "../../src/checks/project-rule";
import { projectRules } from "../../src/checks/rules";
import { exampleProject } from "../../src/definitions/example-texts";
import { loadProject } from "../../src/project/load-project";
import { projectFolder } from "../helpers/project-folder";

const described = { refusedBy: "project", summary: "", source: "", fail: [], pass: [] } as const;

type Check = Omit<ProjectRule, keyof typeof described | "severity">;

/** What rules find in the example project, with an image that stands on its image. */
async function found(...rules: readonly Check[]): Promise<string[]> {
  const files = {
    "images/base.yaml": exampleProject.image,
    "images/web.yaml": "parent: { image: base }\ncomponents: [{ aws: update-linux }]\n",
    "environments/dev.yaml": exampleProject.environment,
  };
  const context = contextOf(await loadProject(projectFolder(files)));
  const problems = checkRules(
    rules.map((rule) => ({ ...described, ...rule })),
    context,
  );
  return problems.map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
}

describe("checkRules", () => {
  it("asks a rule about each recipe and environment, and once about the project, at places in their files", async () => {
    const problems = await found({
      code: "odd",
      eachRecipe: ({ name }, report) => {
        report(["parent"], `recipe ${name}`, "");
      },
      eachEnvironment: ({ name }, report) => {
        report({ key: ["images", "base"] }, `environment ${name}`, "");
      },
      project: ({ recipes }, report) => {
        const [first] = recipes;
        if (first !== undefined) report({ source: first.source, path: ["components", 0, "aws"] }, "source", "");
        report({ file: "images/web.yaml" }, "file", "");
      },
    });
    expect(problems).toEqual([
      "images/base.yaml:1:1 odd recipe base",
      "images/web.yaml:1:9 odd recipe web",
      "environments/dev.yaml:4:3 odd environment dev",
      "images/base.yaml:5:10 odd source",
      "images/web.yaml:1:1 odd file",
    ]);
  });

  it("says the first thing that a rule finds at a place, unless the rule says that all of them count", async () => {
    const eachEnvironment: ProjectRule["eachEnvironment"] = (_environment, report) => {
      for (const message of ["one", "another"]) report(["region"], message, "");
    };
    expect(
      await found({ code: "first", eachEnvironment }, { code: "all", eachEnvironment, severalAtOnePlace: true }),
    ).toEqual([
      "environments/dev.yaml:2:9 first one",
      "environments/dev.yaml:2:9 all one",
      "environments/dev.yaml:2:9 all another",
    ]);
  });

  it("leaves out a rule that cannot look", async () => {
    const project: ProjectRule["project"] = (_context, report) => {
      report({ file: "a" }, "found", "");
    };
    expect(await found({ code: "blind", project, canLook: () => false }, { code: "able", project })).toEqual([
      "a:1:1 able found",
    ]);
  });
});

describe("projectRules", () => {
  it("have a check each", () => {
    const isCheck = (key: string) => key === "project" || key.startsWith("each");
    const without = projectRules.filter((rule) => !Object.keys(rule).some(isCheck));
    expect(without).toEqual([]);
  });

  it("have an example that fails each", () => {
    expect(projectRules.filter(({ fail }) => fail.length === 0)).toEqual([]);
  });
});
