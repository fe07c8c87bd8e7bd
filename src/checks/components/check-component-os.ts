import { exampleProject } from "../../definitions/rules";
import { comparableOs } from "../../documents/os-name";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { listOf } from "../../problems/suggest";
import { type ComponentUse, componentUses } from "../context/component-uses";
import type { Project } from "../../project/load-project";
import { recipesOf } from "../context/recipes";

const { image: exampleImage } = exampleProject;
const update =
  "schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Update\n        action: UpdateOS\n";
const script = update.replace(
  "UpdateOS",
  "ExecuteBash\n        inputs:\n          commands:\n            - /opt/update",
);
const using = (document: string, os = "amazon-linux-2023", mark = "") => ({
  "components/linux/update.yaml": document,
  "images/base.yaml": exampleImage.replace("aws: update-linux", `${mark}linux/update`).replace("amazon-linux-2023", os),
});

export const componentOs: Rule = {
  code: "component-os",
  severity: "error",
  summary:
    "A component lists the operating systems that it supports, and the image's is not among them. A name stands for all systems whose names begin with it.",
  source: "API field CreateComponent.supportedOsVersions: a prefix match against the OS of the base image",
  fail: [using(`# @supported-os: Ubuntu, Amazon Linux 2022\n${script}`, undefined, "▸")],
  pass: [using(`# @supported-os: Ubuntu, Amazon Linux 2023\n${script}`)],
};

export const updateOsUnsupported: Rule = {
  code: "update-os-unsupported",
  severity: "warning",
  summary:
    "A component with the action UpdateOS is used in an image on Amazon Linux 2023, which that action does not support.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-updateos",
  fail: [using(update, undefined, "▸")],
  pass: [using(update, "amazon-linux-2")],
};

export const componentOsRules: readonly Rule[] = [componentOs, updateOsUnsupported];

/** Checks components against the operating system of the images that use them, where that is known. */
export function checkComponentOs(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => {
    const os = recipe.base?.osVersion;
    return os === undefined ? [] : componentUses(recipe, project).flatMap((use) => checkUse(use, os));
  });
}

function checkUse({ recipe: { source }, at, name, document }: ComponentUse, os: string): Problem[] {
  const problems: Problem[] = [];
  const refuse = (rule: Rule, message: string, fix: string) => {
    problems.push(problemOf(rule, source.file, source.locate(at), message, fix));
  };
  const { supportedOsVersions, actions } = document;
  if (supportedOsVersions.length > 0 && !supportedOsVersions.some((named) => isFor(named, os))) {
    const message = `"${name}" is for ${listOf(supportedOsVersions)}, but the OS of the image is "${os}"`;
    refuse(componentOs, message, `use another component, or add ${os} to its @supported-os if it works there`);
  }
  if (actions.includes("UpdateOS") && isFor("Amazon Linux 2023", os)) {
    const message = `"${name}" uses UpdateOS, which does not support "${os}"`;
    refuse(updateOsUnsupported, message, "update with dnf in an ExecuteBash step");
  }
  return problems;
}

/**
 * Whether a component for `named` may run on `os`. A name may also be narrower than what is known of the image, as "Ubuntu 24.04" is
 * than "Ubuntu 24": there the service has the last word.
 */
function isFor(named: string, os: string): boolean {
  const [a, b] = [comparableOs(named), comparableOs(os)];
  return b.startsWith(a) || (a.startsWith(b) && !/^[a-z0-9]/.test(a.slice(b.length)));
}
