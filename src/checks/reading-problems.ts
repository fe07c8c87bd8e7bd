import { checkSecrets } from "../documents/check-rules";
import { Report } from "../documents/reading/report";
import type { Problem } from "../problems/problem";
import type { YamlSource } from "../problems/yaml-source";
import type { CheckContext } from "./context/check-context";
import { definitionsOf } from "./definitions-of";
import { templateTextProblems } from "./dockerfiles/template-texts";
import { userDataProblems } from "./user-data/user-data";

/** What is wrong with the files of a project by themselves, found while they are read; documents are checked in full. */
export function readingProblems({ project, recipes }: CheckContext): Problem[] {
  return [
    ...project.faults,
    ...definitionsOf(project).flatMap(({ problems, source }) => [...problems, ...secretProblems(source)]),
    ...[...project.adopted.values()].flatMap(({ problems }) => problems),
    ...[...project.components.values()].flatMap(({ checked }) => checked.problems),
    // That a document is of the other kind is all that is said of it.
    ...[...project.workflows.values()].flatMap(({ checked }) =>
      checked.document?.kind === "component" ? [] : checked.problems,
    ),
    ...templateTextProblems(project),
    ...recipes.flatMap(userDataProblems),
  ];
}

/** What anybody may read who may read the repository; user data, and the configuration of a state, among it. */
function secretProblems(source: YamlSource): Problem[] {
  const report = new Report(source);
  checkSecrets(report);
  return report.problems;
}
