import { checkSecrets } from "../documents/check-rules";
import { Report } from "../documents/reading/report";
import type { Problem } from "../problems/problem";
import type { YamlSource } from "../problems/yaml-source";
import type { CheckContext } from "./context/check-context";
import { definitionsOf } from "./definitions-of";
import { templateTextProblems } from "./dockerfiles/template-texts";
import { userDataProblems } from "./user-data/user-data";

/** Returns the problems of single files that were found while reading. Documents are checked completely. */
export function readingProblems({ project, recipes }: CheckContext): Problem[] {
  return [
    ...project.faults,
    ...definitionsOf(project).flatMap(({ problems, source }) => [...problems, ...secretProblems(source)]),
    ...[...project.adopted.values()].flatMap(({ problems }) => problems),
    ...[...project.components.values()].flatMap(({ checked }) => checked.problems),
    // For a component document, the only report is that it is not a workflow document.
    ...[...project.workflows.values()].flatMap(({ checked }) =>
      checked.document?.kind === "component" ? [] : checked.problems,
    ),
    ...templateTextProblems(project),
    ...recipes.flatMap(userDataProblems),
  ];
}

/** Returns problems of secrets in a definition, including user data and the configuration of a state. */
function secretProblems(source: YamlSource): Problem[] {
  const report = new Report(source);
  checkSecrets(report);
  return report.problems;
}
