import { exampleProject } from "../../definitions/rules";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { type ComponentUse, componentUses } from "../context/component-uses";
import type { Project } from "../../project/load-project";
import { type Recipe, recipesOf } from "../context/recipes";

const guide = "https://docs.aws.amazon.com/imagebuilder/latest/userguide";
const { image } = exampleProject;
const smokeTest = `schemaVersion: 1.0
phases:
  - name: test
    steps:
      - name: SayHello
        action: ExecuteBash
        inputs:
          commands:
            - echo hello
`;
const using = (text: string) => ({ "components/linux/test-hello.yaml": smokeTest, "images/base.yaml": text });

export const testNeverRuns: Rule = {
  code: "test-never-runs",
  severity: "warning",
  summary: "A component has only test phases, but tests are turned off for the image.",
  source: `${guide}/toe-use-documents.html; API field ImageTestsConfiguration.imageTestsEnabled`,
  fail: [using(`${image}  - ▸linux/test-hello\ntests:\n  enabled: false\n`)],
  pass: [using(`${image}  - linux/test-hello\n`)],
};

export const imageBuildsNothing: Rule = {
  code: "image-builds-nothing",
  severity: "warning",
  summary: "All components of an image have only test phases, so the image is the same as its parent.",
  source: `${guide}/toe-use-documents.html`,
  fail: [using(image.replace("components:\n  - aws: update-linux", "▸components:\n  - linux/test-hello"))],
  pass: [using(`${image}  - linux/test-hello\n`)],
};

export const testStageRules: readonly Rule[] = [testNeverRuns, imageBuildsNothing];

const testStage = ["test", "container-host-test"];

/** Checks that what images run is of a stage that they have. */
export function checkTestStage(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => checkRecipe(recipe, project));
}

function checkRecipe(recipe: Recipe, project: Project): Problem[] {
  const { kind, source, definition } = recipe;
  const tests = componentUses(recipe, project).filter(isTestOnly);
  const problems = definition.tests.enabled
    ? []
    : tests.map(({ name, at }) =>
        problemOf(
          testNeverRuns,
          source.file,
          source.locate(at),
          `"${name}" only tests, and the tests of the ${kind} are turned off`,
          "remove it, or turn the tests on: tests.enabled: true",
        ),
      );
  // Of a component that is not of this project nothing is known.
  if (tests.length < definition.components.length) return problems;
  const message = `all components only test, so the ${kind} is the same as its parent`;
  const fix = "add a component with a build phase, or test the parent where it is built";
  return [...problems, problemOf(imageBuildsNothing, source.file, source.locateKey(["components"]), message, fix)];
}

function isTestOnly({ document: { phases } }: ComponentUse): boolean {
  return phases.length > 0 && phases.every((phase) => testStage.includes(phase));
}
