import { groupBy } from "../collections/group-by";
import { definitionRules } from "../definitions/rules/rules";
import { settingLimit } from "../definitions/rules/setting-limit";
import { documentRules } from "../documents/rules";
import { fileRules } from "../problems/decode-text";
import { type Problem, sortProblems } from "../problems/problem";
import { silence, silenceUnused } from "../problems/silence";
import type { Project } from "../project/load-project";
import { symbolicLink } from "../project/project-files";
import { allRules } from "./all-rules";
import { checkRules } from "./check-rules";
import { contextOf } from "./context/check-context";
import { definitionsOf } from "./definitions-of";
import { readingProblems } from "./reading-problems";
import { projectRules } from "./rules";

/** Returns all problems of the project's files, including those between files. Documents are checked completely. */
export function checkProject(project: Project): Problem[] {
  const context = contextOf(project);
  return sortProblems(silenced(project, [...readingProblems(context), ...checkRules(projectRules, context)]));
}

/** Removes the problems that comments silence and adds the problems of these comments. */
function silenced(project: Project, problems: readonly Problem[]): Problem[] {
  const definitions = definitionsOf(project);
  // A definition that is not as the schema says is checked in part at most, and so is what depends on it. A limit can be exceeded.
  const isPart = definitions.some((each) =>
    each.problems.some(({ severity, code }) => severity === "error" && code !== settingLimit.code),
  );
  const ofProject = projectRules.filter(({ canLook }) => canLook?.(project) !== false);
  const ofDefinitions = isPart ? [] : [...definitionRules, ...ofProject];
  const ran = new Set([...ofDefinitions, ...documentRules, ...fileRules, symbolicLink].map(({ code }) => code));
  const documents = new Map(
    [...project.components.values(), ...project.workflows.values()].map(({ file, text }) => [file, text]),
  );
  const texts = new Map([
    ...definitions.map(({ source }) => [source.file, source.text] as const),
    ...documents,
    ...project.dockerfiles,
  ]);
  const byFile = groupBy(problems, ({ file }) => file);
  return [
    ...problems.filter(({ file }) => !texts.has(file)),
    ...[...texts].flatMap(([file, text]) =>
      silence(file, text, byFile.get(file) ?? [], { rules: allRules, ran, isDocument: documents.has(file) }).filter(
        // Shipped documents contain comments for users who do not use the document; these are not reported as unused.
        ({ code }) => code !== silenceUnused.code || project.components.get(file)?.path === undefined,
      ),
    ),
  ];
}
