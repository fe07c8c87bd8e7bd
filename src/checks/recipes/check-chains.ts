import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { writeOneOf } from "../../problems/suggest";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import { fieldOf } from "../field-of";

const { environment } = exampleProject;

export const imageMissing: Rule = {
  code: "image-missing",
  severity: "error",
  unsilenceable: true,
  summary: "A parent or an environment names an image that is not defined under images/.",
  source: "docs/reference.md",
  fail: [{ "environments/dev.yaml": environment.replace("  base:", "  ▸bsae:") }],
  pass: [],
};

const onContainer = "components:\n  - aws: update-linux\nparent:\n  container: ";

export const containerMissing: Rule = {
  code: "container-missing",
  severity: "error",
  unsilenceable: true,
  summary: "A parent or an environment names a container that is not defined under containers/.",
  source: "docs/reference.md",
  fail: [{ "containers/web.yaml": `${onContainer}▸bsae\n` }],
  pass: [{ "containers/web.yaml": onContainer.replace("container: ", "image: amazonlinux:2023\n") }],
};

export const parentLoop: Rule = {
  code: "parent-loop",
  severity: "error",
  unsilenceable: true,
  summary: "Images or containers are each other's parents in a loop, so none can be built first.",
  source: "docs/reference.md",
  fail: [
    {
      "images/base.yaml": "parent:\n  image: ▸web\ncomponents:\n  - aws: update-linux\n",
      "images/web.yaml": "parent:\n  image: ▸base\ncomponents:\n  - aws: update-linux\n",
    },
  ],
  pass: [{ "images/web.yaml": "parent:\n  image: base\ncomponents:\n  - aws: update-linux\n" }],
};

export const chainRules: readonly Rule[] = [imageMissing, containerMissing, parentLoop];

export type Kind = "image" | "container";

/** Images or containers, as far as they could be read. */
export type Definitions = ReadonlyMap<string, Definition<unknown>>;

const missing: Readonly<Record<Kind, Rule>> = { image: imageMissing, container: containerMissing };

/** Checks that every parent in the project exists, and that no chain of parents is a circle. */
export function checkChains(kind: Kind, definitions: Definitions): Problem[] {
  return [...definitions].flatMap(([name, { source, raw }]) => {
    const parent = parentOf(kind, raw);
    if (parent === undefined) return [];
    const at: YamlPath = ["parent", kind];
    if (!definitions.has(parent)) return [notDefined(kind, parent, definitions, source, source.locate(at), name)];
    const chain = chainOf(kind, name, definitions);
    if (chain.at(-1) !== name) return [];
    const message = `${kind}s are each other's parents in a loop: ${chain.join(" → ")}`;
    const fix = "give one of them another parent";
    return [problemOf(parentLoop, source.file, source.locate(at), message, fix)];
  });
}

/** The problem of a name that nothing has. @param except what is not to be suggested: what names it */
export function notDefined(
  kind: Kind,
  name: string,
  definitions: Definitions,
  source: YamlSource,
  range: ReturnType<YamlSource["locate"]>,
  except?: string,
): Problem {
  const file = `${kind}s/${name}.yaml`;
  const others = [...definitions.keys()].filter((other) => other !== except);
  const fix = name.startsWith("arn:")
    ? `write arn: ${name} in place of ${kind}`
    : others.length === 0
      ? `write ${file}`
      : writeOneOf(name, others);
  return problemOf(missing[kind], source.file, range, `there is no ${kind} "${name}" (${file})`, fix);
}

function parentOf(kind: Kind, raw: unknown): string | undefined {
  const parent = fieldOf(fieldOf(raw, "parent"), kind);
  return typeof parent === "string" ? parent : undefined;
}

/** The names from `name` along its parents; ends with `name` where they form a circle through it. */
function chainOf(kind: Kind, name: string, definitions: Definitions): string[] {
  const chain = [name];
  for (;;) {
    const parent = parentOf(kind, definitions.get(chain.at(-1) ?? "")?.raw);
    if (parent === undefined || (parent !== name && chain.includes(parent))) return chain;
    chain.push(parent);
    if (parent === name) return chain;
  }
}
