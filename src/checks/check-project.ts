import { resourceNameFault, resourceNameShape } from "../aws/resource-name";
import type { Definition } from "../definitions/read-definition";
import { definitionRules, exampleProject } from "../definitions/rules";
import { environmentName } from "../definitions/schema/common";
import { secretsIn } from "../documents/scripts/check-credentials";
import { documentRules } from "../documents/rules";
import { fileStart, type Problem, sortProblems } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import { fileRules } from "../problems/decode-text";
import { silence, silenceRules, silenceUnused } from "../problems/silence";
import { addressable } from "../factory/terraform-name";
import { type YamlSource, yamlSyntax } from "../problems/yaml-source";
import { lockRules } from "../versions/rules";
import { checkComponentFiles, componentFileRules } from "./components/check-components";
import { checkComponentCount, componentCountRules } from "./components/check-component-count";
import { checkComponentTwice, componentTwice } from "./components/check-component-twice";
import { checkComponentUse, componentUseRules } from "./components/check-component-use";
import { chainRules } from "./recipes/check-chains";
import { checkContainers, containerRules } from "./recipes/check-containers";
import { checkDocumentNames, documentName } from "./check-document-names";
import { checkEnvironments, environmentRules } from "./check-environments";
import { checkImages, imageRules } from "./recipes/check-images";
import { checkUserData, userDataRules } from "./recipes/check-user-data";
import { checkWorkflowFiles, workflowFileRules } from "./workflows/check-workflows";
import { checkWorkflowAccess, workflowNotAllowed } from "./workflows/check-workflow-access";
import { checkWorkflowUse, workflowUseRules } from "./workflows/check-workflow-use";
import { checkRules } from "./check-rules";
import { contextOf } from "./context/check-context";
import { projectRules as rulesOfProjects } from "./rules";
import type { Project } from "../project/load-project";
import { symbolicLink } from "../project/project-files";
import { checkComponentOs, componentOsRules } from "./components/check-component-os";
import { checkS3Access, s3AccessRules } from "./components/check-s3-access";
import { checkTestStage, testStageRules } from "./components/check-test-stage";
import { canFindUnused, checkUnused, componentUnused } from "./components/check-unused";

export const duplicateFile: Rule = {
  code: "duplicate-definition",
  severity: "error",
  unsilenceable: true,
  summary: "Two files define the same thing, so one would be ignored.",
  source: "docs/reference.md: a file's name is the name of what it defines",
  fail: [{ "images/base.yml": `▸${exampleProject.image}` }],
  pass: [],
};

export const fileName: Rule = {
  code: "file-name",
  severity: "error",
  summary: "A file name is not valid as an Image Builder name, or, for an environment, as a stack name.",
  source: "API type ResourceName; at most 126 characters in the AWS provider",
  fail: [{ "images/my.base.yaml": `▸${exampleProject.image}` }],
  pass: [{ "images/My_base image.yaml": exampleProject.image }],
};

export const projectRules: readonly Rule[] = [
  ...rulesOfProjects,
  ...chainRules,
  ...imageRules,
  ...userDataRules,
  ...containerRules,
  ...environmentRules,
  ...componentFileRules,
  documentName,
  ...componentUseRules,
  ...componentCountRules,
  componentTwice,
  ...componentOsRules,
  ...s3AccessRules,
  ...testStageRules,
  componentUnused,
  ...workflowFileRules,
  ...workflowUseRules,
  workflowNotAllowed,
  duplicateFile,
  fileName,
  ...fileRules,
  symbolicLink,
];

/** Every problem of the project's files, alone and against each other; documents are checked in full. */
export function checkProject(project: Project): Problem[] {
  return sortProblems(silenced(project, foundIn(project)));
}

/** Everything that a comment in a file of the project may name. */
const namedRules: readonly Rule[] = [
  yamlSyntax,
  ...definitionRules,
  ...documentRules,
  ...projectRules,
  ...lockRules,
  ...silenceRules,
];

/** Without those that comments silence, and with what is wrong with such comments. */
function silenced(project: Project, problems: readonly Problem[]): Problem[] {
  const looked = [...definitionRules, ...documentRules, ...projectRules].map(({ code }) => code);
  const ran = new Set(looked.filter((code) => code !== componentUnused.code || canFindUnused(project)));
  const texts = new Map([
    ...definitionsOf(project).map(([, { source }]) => [source.file, source.text] as const),
    ...[...project.components.values(), ...project.workflows.values()].map(({ file, text }) => [file, text] as const),
    ...project.dockerfiles,
  ]);
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    const ofFile = byFile.get(problem.file);
    if (ofFile === undefined) byFile.set(problem.file, [problem]);
    else ofFile.push(problem);
  }
  return [
    ...problems.filter(({ file }) => !texts.has(file)),
    ...[...texts].flatMap(([file, text]) =>
      silence(file, text, byFile.get(file) ?? [], { rules: namedRules, ran }).filter(
        // The library of this package silences what holds for those who do not use a document.
        ({ code }) => code !== silenceUnused.code || project.components.get(file)?.path === undefined,
      ),
    ),
  ];
}

function foundIn(project: Project): Problem[] {
  return [
    ...project.faults,
    ...[...project.adopted.values()].flatMap(({ problems }) => problems),
    ...checkRules(rulesOfProjects, contextOf(project)),
    ...project.duplicates.map(({ file, first }) =>
      problemOf(duplicateFile, file, fileStart, `"${first}" defines the same`, "rename or remove one of the two"),
    ),
    ...checkFileNames(project),
    ...definitionsOf(project).flatMap(([, { problems, source }]) => [...problems, ...checkSecrets(source)]),
    ...checkImages(project),
    ...checkUserData(project),
    ...checkContainers(project),
    ...checkEnvironments(project),
    ...checkComponentFiles(project),
    ...checkDocumentNames(project),
    ...checkComponentUse(project),
    ...checkComponentCount(project),
    ...checkComponentTwice(project),
    ...checkComponentOs(project),
    ...checkS3Access(project),
    ...checkTestStage(project),
    ...checkUnused(project),
    ...checkWorkflowFiles(project),
    ...checkWorkflowUse(project),
    ...checkWorkflowAccess(project),
  ];
}

function definitionsOf({ images, containers, environments }: Project): [string, Definition<unknown>][] {
  return [...images, ...containers, ...environments];
}

/** What anybody may read who may read the repository; user data, and the configuration of a state, among it. */
function checkSecrets(source: YamlSource): Problem[] {
  return secretsIn(source.text, "the file").map((secret) =>
    problemOf(secret.rule, source.file, source.rangeOf(secret), secret.message, secret.fix),
  );
}

function checkFileNames({ images, containers, environments }: Project): Problem[] {
  const ofResources = [...images, ...containers].flatMap(([name, { source }]) => {
    const fault = resourceNameFault(name);
    if (fault === undefined) return [];
    const message = `"${name}", the name in AWS, ${fault}`;
    return [problemOf(fileName, source.file, fileStart, message, `rename the file: ${resourceNameShape}`)];
  });
  const ofEnvironments = [...environments].flatMap(([name, { source }]) => {
    const [issue] = environmentName.safeParse(name).error?.issues ?? [];
    const fix = issue?.message ?? "CDKTF takes a part such as -82e297 for a placeholder of its own";
    if (issue === undefined && addressable(name) === name) return [];
    const message = `"${name}" cannot be the name of a stack and its folder`;
    return [problemOf(fileName, source.file, fileStart, message, `rename the file: ${fix}`)];
  });
  return [...ofResources, ...ofEnvironments];
}
