import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import { problemAt } from "../problem-at";
import type { Recipe } from "../recipes/recipes";

const { environment } = exampleProject;
const tagged = (value: string) => ({
  "environments/dev.yaml": `${environment}    distribute:\n      - region: us-east-1\n        tags: { built: ${value} }\n`,
});

export const imageBuilderVariable: Rule = {
  code: "imagebuilder-variable",
  severity: "warning",
  summary:
    "A text contains an Image Builder variable that is not documented there. It would appear in the AMI as written. Tags support the build date and the build version; descriptions support no variables.",
  source:
    "Image Builder User Guide, tag output resources: {{imagebuilder:buildDate}} and {{imagebuilder:buildVersion}}; of the name of an AMI, see ami-name",
  fail: [tagged('▸"{{ imagebuilder:imageVersion }}"')],
  pass: [tagged('"{{ imagebuilder:buildVersion }}"')],
};

const variable = /\{\{\s*(imagebuilder:[^{}]*?)\s*\}\}/g;
const ofTags = /^imagebuilder:(buildDate(:[A-Za-z0-9.-]+)?|buildVersion)$/;

/** Checks the tags of an image, which its AMIs get. */
export function checkRecipeVariables({ kind, source, definition }: Recipe): Problem[] {
  return kind === "image" ? inTags(source, ["tags"], definition.tags) : [];
}

/** Checks what an environment writes on AMIs besides their names. */
export function checkVariables({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  const ofTargets = Object.entries(value.images).flatMap(([name, { distribute = [] }]) =>
    distribute.flatMap(({ tags, description = "" }, index) => {
      const path: YamlPath = ["images", name, "distribute", index];
      const inDescription = [...description.matchAll(variable)].map(([whole]) =>
        report(source, [...path, "description"], whole, "no variable is documented for descriptions", "remove it"),
      );
      return [...inTags(source, [...path, "tags"], tags), ...inDescription];
    }),
  );
  return [...inTags(source, ["tags"], value.tags), ...ofTargets];
}

function inTags(source: YamlSource, path: YamlPath, tags: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(tags).flatMap(([key, text]) =>
    [...text.matchAll(variable)]
      .filter(([, name = ""]) => !ofTags.test(name))
      .map(([whole]) => {
        const fix = "write {{ imagebuilder:buildDate }} or {{ imagebuilder:buildVersion }}, or remove it";
        return report(source, [...path, key], whole, "it is not documented for tags", fix);
      }),
  );
}

function report(source: YamlSource, at: YamlPath, whole: string, why: string, fix: string): Problem {
  return problemAt(imageBuilderVariable, source, at, `"${whole}" stays as it is written: ${why}`, fix);
}
