import { exampleProject } from "../../definitions/rules";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { listOf, removeOrRename } from "../../problems/suggest";
import { platformOfFolder } from "../../project/component-names";
import { type ComponentUse, componentUses } from "../context/component-uses";
import type { Project } from "../../project/load-project";
import { recipesOf } from "../context/recipes";

const { image: exampleImage } = exampleProject;
const install = `schemaVersion: 1.0
parameters:
  - Packages:
      type: string
      allowedValues: [jq, git]
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        inputs:
          commands:
            - dnf install -y {{ Packages }}
`;
const using = (parameters: string) => ({
  "components/linux/install.yaml": install,
  "images/base.yaml": exampleImage.replace(
    "- aws: update-linux",
    `- component: linux/install\n    parameters: ${parameters}`,
  ),
});

export const parameterUndeclared: Rule = {
  code: "parameter-undeclared",
  severity: "error",
  summary: "An image sets a parameter that the component document does not declare.",
  source: 'service message "The following parameters are not defined in the provided component"',
  fail: [using("{ Packages: jq, Version: ▸latest }")],
  pass: [using("{ Packages: jq }")],
};

export const parameterMissing: Rule = {
  code: "parameter-missing",
  severity: "error",
  summary: "An image does not set a parameter that has no default in the component document.",
  source: "Image Builder User Guide, component parameters: one without a default is required",
  fail: [
    {
      "components/linux/install.yaml": install,
      "images/base.yaml": exampleImage.replace("- aws: update-linux", "- ▸linux/install"),
    },
  ],
  pass: [using("{ Packages: jq }")],
};

export const parameterNotAllowed: Rule = {
  code: "parameter-not-allowed",
  severity: "error",
  summary: "An image sets a parameter to a value that the component document does not allow.",
  source: "the component's document, allowedValues",
  fail: [using("{ Packages: ▸vim }")],
  pass: [using("{ Packages: git }")],
};

export const componentPlatform: Rule = {
  code: "component-platform",
  severity: "error",
  summary: "A component is for another platform than the image.",
  source: "API field CreateComponent.platform",
  fail: [
    {
      "components/windows/install.yaml": install.replace("ExecuteBash", "ExecutePowerShell"),
      "images/base.yaml": exampleImage.replace(
        "- aws: update-linux",
        "- component: ▸windows/install\n    parameters: { Packages: jq }",
      ),
    },
  ],
  pass: [using("{ Packages: jq }")],
};

export const componentUseRules: readonly Rule[] = [
  parameterUndeclared,
  parameterMissing,
  parameterNotAllowed,
  componentPlatform,
];

/** Checks how images and containers use components: platform and parameters. */
export function checkComponentUse(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => componentUses(recipe, project).flatMap(checkUse));
}

function checkUse({ recipe, reference, index, at, name, document }: ComponentUse): Problem[] {
  const { kind, source, base } = recipe;
  const problems: Problem[] = [];

  const platform = platformOfFolder(name);
  const wanted = base?.platform;
  if (platform !== undefined && wanted !== undefined && platform !== wanted) {
    problems.push(
      problemOf(
        componentPlatform,
        source.file,
        source.locate(at),
        `"${name}" is for ${platform}, the ${kind} is ${wanted}`,
        `use a component of components/${wanted.toLowerCase()}`,
      ),
    );
  }

  const given = reference.parameters;
  const declared = new Map(document.parameters.map((parameter) => [parameter.name, parameter]));
  for (const [key, text] of Object.entries(given)) {
    const range = source.locate(["components", index, "parameters", key]);
    const parameter = declared.get(key);
    if (parameter === undefined)
      problems.push(
        problemOf(
          parameterUndeclared,
          source.file,
          range,
          `"${name}" declares no parameter "${key}"`,
          removeOrRename(key, [...declared.keys()]),
        ),
      );
    else if (parameter.allowedValues?.includes(text) === false) {
      problems.push(
        problemOf(
          parameterNotAllowed,
          source.file,
          range,
          `"${key}" is "${text}", allowed: ${listOf(parameter.allowedValues)}`,
          `write one of ${listOf(parameter.allowedValues)}`,
        ),
      );
    }
  }
  for (const parameter of document.parameters) {
    if (parameter.default !== undefined || Object.hasOwn(given, parameter.name)) continue;
    problems.push(
      problemOf(
        parameterMissing,
        source.file,
        source.locate(at),
        `"${name}" needs the parameter "${parameter.name}"`,
        `add parameters: { ${parameter.name}: … }`,
      ),
    );
  }
  return problems;
}
