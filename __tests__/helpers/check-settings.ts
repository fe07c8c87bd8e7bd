import { checkRules } from "../../src/checks/check-rules";
import { contextOf } from "../../src/checks/context/check-context";
import { projectRules } from "../../src/checks/rules";
import { exampleProject } from "../../src/definitions/example-texts";
import { type Problem, sortProblems } from "../../src/problems/problem";
import { loadProject } from "../../src/project/load-project";
import { projectFolder } from "./project-folder";

/** Returns the problems of definitions in the example project, with another image or environment. */
export async function settingProblems(texts: {
  readonly image?: string;
  readonly environment?: string;
}): Promise<Problem[]> {
  const { image, environment } = { ...exampleProject, ...texts };
  const files = { "images/base.yaml": image, "environments/dev.yaml": environment };
  const project = await loadProject(projectFolder(files));
  const definitions = [...project.images.values(), ...project.environments.values()];
  return sortProblems([
    ...definitions.flatMap(({ problems }) => problems),
    ...checkRules(projectRules, contextOf(project)),
  ]);
}

/** Returns the problems of `settingProblems` as texts `file:line:column code`. */
export async function checkExample(texts: {
  readonly image?: string;
  readonly environment?: string;
}): Promise<string[]> {
  const problems = await settingProblems(texts);
  return problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
