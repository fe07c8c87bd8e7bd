import { checkProject } from "../../src/checks/check-project";
import { projectRules } from "../../src/checks/rules";
import { exampleProject } from "../../src/definitions/example-texts";
import { definitionRules } from "../../src/definitions/rules/rules";
import { fileRules } from "../../src/problems/decode-text";
import type { Problem } from "../../src/problems/problem";
import { keyRules } from "../../src/problems/rules";
import { loadProject } from "../../src/project/load-project";
import { symbolicLink } from "../../src/project/project-files";
import { examplesOf, isOfDocuments, placesOf, unmarked } from "../helpers/example-rules";
import { reusedFolder } from "../helpers/project-folder";

const rules = [...keyRules, ...definitionRules, ...projectRules, ...fileRules, symbolicLink];

const folderOf = reusedFolder();

async function check(example: Readonly<Record<string, string>>): Promise<Problem[]> {
  const valid = { "images/base.yaml": exampleProject.image, "environments/dev.yaml": exampleProject.environment };
  return checkProject(await loadProject(folderOf({ ...valid, ...example })));
}

/** Those of documents alone are held against the documents. */
function ofProjects(example: ReturnType<typeof examplesOf>[number]): boolean {
  return !keyRules.includes(example[2]) || !isOfDocuments(example);
}

describe("a rule of definitions or of projects", () => {
  test.each(examplesOf(rules, "fail").filter(ofProjects))(
    "%s is found where its example breaks it",
    async (_title, example, { code }) => {
      const { files, marks } = unmarked(example);
      expect(marks.length).toBeGreaterThan(0);
      const problems = await check(files);
      expect(placesOf(problems.filter((problem) => problem.code === code))).toEqual(
        marks.map((mark) => ({ ...mark, code })),
      );
      expect(problems.map(described)).toMatchSnapshot();
    },
  );

  test.each(examplesOf(rules, "pass").filter(ofProjects))(
    "%s is fixed by its other example",
    async (_title, example) => {
      expect(await check(unmarked(example).files)).toEqual([]);
    },
  );

  test("is broken by nothing in the project that examples overlay", async () => {
    expect(await check({})).toEqual([]);
  });

  test("has a code of its own", () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

function described({ file, line, column, severity, code, message, fix }: Problem): string {
  return `${file}:${line}:${column} ${severity} ${code} ${message}; ${fix}`;
}
