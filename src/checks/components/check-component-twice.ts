import { arnName } from "../../aws/resource-name";
import { exampleProject } from "../../definitions/rules";
import type { ComponentReference } from "../../model/component-reference";
import { documentOf } from "../../model/component-reference";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import { documentName } from "../../factory/names";
import type { Project } from "../../project/load-project";
import { mergePlanOf } from "../../project/merge-plan";
import { readableEnvironments } from "../../project/readable";
import { problemAt } from "../problem-at";
import { type Recipe, recipesOf } from "../context/recipes";

const { image } = exampleProject;
const using = (...lines: readonly string[]) => ({
  "images/base.yaml": image.replace("  - aws: update-linux\n", lines.map((line) => `  - ${line}\n`).join("")),
});

export const componentTwice: Rule = {
  code: "component-twice",
  severity: "error",
  summary:
    "A recipe takes each component once, whatever its version. Several uses of a document of this project are merged. A component of someone else cannot be merged, nor a document whose phases are not in the order of Image Builder's stages.",
  source:
    "Image Builder API Reference, ComponentConfiguration and CreateImageRecipe.components: a recipe includes a component once, regardless of its version; docs/decisions/0008-merging.md",
  fail: [using("aws: update-linux", "aws: reboot-linux", "aws: ▸update-linux")],
  pass: [using("aws: update-linux", "aws: reboot-linux")],
};

/** Checks that the recipe of each image and container holds a component once. */
export function checkComponentTwice(project: Project): Problem[] {
  return recipesOf(project).flatMap((recipe) => [...checkForeign(recipe, project), ...checkDocuments(recipe, project)]);
}

function checkForeign(recipe: Recipe, project: Project): Problem[] {
  const { source, kind, definition } = recipe;
  const accounts = accountsOf(recipe, project);
  const named = definition.components.map((reference) => componentsNamed(reference, accounts));
  return named.flatMap((names, index) => {
    const reference = definition.components[index];
    const first = named.findIndex((others) => others.some((other) => names.includes(other)));
    const other = definition.components[first];
    if (first === index || reference === undefined || other === undefined) return [];
    const document = documentOf(other);
    // Uses of one document are merged.
    if (document !== undefined && document === documentOf(reference)) return [];
    const message = `the ${kind} has ${describe(other)} already, and a recipe holds a component once, whatever its version`;
    const at: YamlPath = ["components", index, ...keyOf(reference)];
    return [problemAt(componentTwice, source, at, message, "remove one of the two")];
  });
}

function checkDocuments({ name, source, definition }: Recipe, project: Project): Problem[] {
  const { components } = definition;
  const report = (index: number, why: string) => {
    const reference = components[index];
    const document = (reference && documentOf(reference)) ?? "";
    const message = `"${document}" is used more than once, and a recipe holds a component once; the uses cannot be merged: ${why}`;
    const at: YamlPath = ["components", index, ...(reference === undefined ? [] : keyOf(reference))];
    return [problemAt(componentTwice, source, at, message, "use it once, or fix what keeps it from being merged")];
  };
  const plan = mergePlanOf(name, components, project);
  if (plan !== undefined) return "why" in plan ? report(plan.repeated, plan.why) : [];
  const documents = components.map(documentOf);
  const twice = documents.findIndex(
    (document, index) =>
      document !== undefined && project.components.has(document) && documents.indexOf(document) < index,
  );
  return twice < 0 ? [] : report(twice, "a component of this image has errors");
}

/** Accounts in which the recipe is made. */
function accountsOf({ kind, name }: Recipe, project: Project): Set<string> {
  const environments = [...readableEnvironments(project).values()];
  return new Set(environments.filter((each) => name in each[`${kind}s`]).map(({ account }) => account));
}

/** The components that a reference may stand for, as owner and name; those of this project once for each account. */
function componentsNamed(reference: ComponentReference, accounts: ReadonlySet<string>): string[] {
  if (reference.from === "project")
    return [...accounts].map((account) => `${account}/${arnName(documentName(reference.document))}`);
  if (reference.from === "aws") return [`aws/${reference.name}`];
  const [, owner, name] = /^arn:[^:]+:imagebuilder:[^:]*:([^:]+):component\/([^/]+)/.exec(reference.arn) ?? [];
  return owner === undefined || name === undefined ? [] : [`${owner}/${name}`];
}

function describe(reference: ComponentReference): string {
  if (reference.from === "project") return `"${reference.document}"`;
  return `"${reference.from === "aws" ? reference.name : reference.arn}"`;
}

function keyOf(reference: ComponentReference): YamlPath {
  return [reference.from === "project" ? "component" : reference.from];
}
