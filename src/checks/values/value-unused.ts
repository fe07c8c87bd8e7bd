import { imageText } from "../../definitions/example-texts";
import { keysOf } from "../../definitions/field-of";
import { valuesUsed } from "../../definitions/values";
import { standsOn } from "../../model/parent";
import type { YamlSource } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
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
  eachEnvironment({ source, value }, report, context) {
    const listed = keysOf(value.values);
    if (listed.length === 0) return;
    const used = new Set([source, ...builtSources(value, context)].flatMap(namesIn));
    for (const name of listed)
      if (!used.has(name)) report({ key: ["values", name] }, `nothing uses the value "${name}"`, "remove it");
  },
};

/** Returns the files of the images and containers that an environment builds, and of their parents in the project. */
function builtSources(
  environment: { readonly images: object; readonly containers: object },
  { project, images, containers }: CheckContext,
): YamlSource[] {
  const sources: YamlSource[] = [];
  for (const [kind, defined] of [["images", images] as const, ["containers", containers] as const]) {
    const seen = new Set<string>();
    const add = (name: string | undefined): void => {
      const file = name === undefined ? undefined : project[kind].get(name);
      if (name === undefined || file === undefined || seen.has(name)) return;
      seen.add(name);
      sources.push(file.source);
      const definition = defined.get(name);
      add(definition && standsOn(definition.parent));
    };
    Object.keys(environment[kind]).forEach(add);
  }
  return sources;
}

function namesIn(source: YamlSource): string[] {
  return valuesUsed(source.value()).map(({ name }) => name);
}
