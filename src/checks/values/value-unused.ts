import { imageText } from "../../definitions/example-texts";
import { keysOf } from "../../definitions/field-of";
import { valuesUsed } from "../../definitions/values";
import { standsOn } from "../../model/parent";
import type { RecipeKind } from "../../model/recipe";
import type { YamlSource } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Environment } from "../context/environments";
import { withEnvironment, withImage } from "../example";
import type { ProjectRule } from "../project-rule";

export const valueUnused: ProjectRule = {
  code: "value-unused",
  severity: "warning",
  summary: "An environment lists a value that neither it nor anything that it builds uses.",
  source: "docs/decisions/0029-values.md",
  fail: [
    withEnvironment({ before: "values:\n  ▸stage: test\n" }),
    // Only an image that this environment does not build uses the value.
    {
      ...withEnvironment({ before: "values:\n  ▸stage: test\n" }),
      "images/web.yaml": `# check-ignore-file image-unused: for later\n${imageText({ more: "description: ${var.stage}\n" })}`,
    },
  ],
  pass: [
    {
      ...withEnvironment({ before: "values:\n  stage: test\n" }),
      ...withImage({ more: "description: ${var.stage}\n" }),
    },
    withEnvironment({ before: "values:\n  stage: test\n", more: "tags:\n  stage: ${var.stage}\n" }),
  ],
  eachEnvironment(environment, report, context) {
    const listed = keysOf(environment.value.values);
    if (listed.length === 0) return;
    const used = new Set([environment.source, ...builtSources(environment, context)].flatMap(namesIn));
    for (const name of listed)
      if (!used.has(name)) report({ key: ["values", name] }, `nothing uses the value "${name}"`, "remove it");
  },
};

/** Returns the files of the images and containers that an environment builds, and of their parents in the project. */
function builtSources({ entries }: Environment, { project, recipeOf }: CheckContext): ReadonlySet<YamlSource> {
  const sources = new Set<YamlSource>();
  const add = (kind: RecipeKind, name: string | undefined): void => {
    const source = name === undefined ? undefined : project[`${kind}s`].get(name)?.source;
    if (source === undefined || sources.has(source)) return;
    sources.add(source);
    add(kind, standsOn(recipeOf(kind, name)?.definition.parent));
  };
  for (const { kind, name } of entries) add(kind, name);
  return sources;
}

function namesIn(source: YamlSource): string[] {
  return valuesUsed(source.value()).map(({ name }) => name);
}
