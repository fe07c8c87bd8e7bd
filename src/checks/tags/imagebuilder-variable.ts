import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";
import type { Recipe } from "../context/recipes";
import { withBuilt, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import type { LocalReport } from "../report";
import { amiTagsIn } from "./ami-tags";

const tagged = (value: string) =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        tags: { built: ${value} }\n`);
const described = (text: string) =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        description: ${text}\n`);

export const imageBuilderVariable: ProjectRule = {
  code: "imagebuilder-variable",
  severity: "warning",
  summary:
    "A text contains an Image Builder variable that is not documented there. It would appear in the AMI as written. Tags support the build date and the build version; descriptions support no variables.",
  source:
    "Image Builder User Guide, tag output resources: {{imagebuilder:buildDate}} and {{imagebuilder:buildVersion}}; of the name of an AMI, see ami-name",
  fail: [
    tagged('▸"{{ imagebuilder:imageVersion }}"'),
    described('▸"of {{ imagebuilder:buildDate }}"'),
    withImage({ more: 'description: ▸"of {{ imagebuilder:buildDate }}"\n' }),
    withImage({ more: 'tags: { built: ▸"{{imagebuilder:buildDay}}" }\n' }),
    withSettings('tags: { built: ▸"{{ imagebuilder:name }}" }\n'),
  ],
  pass: [
    tagged('"{{ imagebuilder:buildVersion }}"'),
    tagged('"{{imagebuilder:buildDate:yyyy-MM-dd}}"'),
    described('"of {{ me }}"'),
  ],
  eachRecipe(recipe, report) {
    checkTags(recipe, report);
    checkDescription(["description"], recipe.definition.description, report);
  },
  eachEnvironment(environment, report) {
    checkTags(environment, report);
    for (const { target, path } of environment.targets)
      checkDescription([...path, "description"], target.description, report);
  },
};

const variable = /\{\{\s*(imagebuilder:[^{}]*?)\s*\}\}/g;
const ofTags = /^imagebuilder:(buildDate(:[A-Za-z0-9.-]+)?|buildVersion)$/;

function checkTags(owner: Recipe | Environment, report: LocalReport): void {
  for (const { path, value } of amiTagsIn(owner))
    for (const [whole, name = ""] of value.matchAll(variable))
      if (!ofTags.test(name)) {
        const fix = "write {{ imagebuilder:buildDate }} or {{ imagebuilder:buildVersion }}, or remove it";
        report(path, stays(whole, "it is not documented for tags"), fix);
      }
}

/** Reports variables in a description. The description of a recipe is also that of its AMIs if the distribution has none. */
function checkDescription(path: YamlPath, description = "", report: LocalReport): void {
  for (const [whole] of description.matchAll(variable))
    report(path, stays(whole, "no variable is documented for descriptions"), "remove it");
}

function stays(whole: string, why: string): string {
  return `"${whole}" stays as it is written: ${why}`;
}
