import type { Range } from "../../problems/problem";
import { nearest } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import { lastLineOf, lineRange, templatesOf } from "./templates";

const variables = ["parentImage", "environments", "components"] as const;
type Variable = (typeof variables)[number];

/** Required variables, and the consequence if one is missing. With AWS provider 5.100, a recipe always has components. */
const required = [
  ["parentImage", "the parent of the container would not be used"],
  ["environments", "no component could run"],
] as const;

export const dockerfileVariable: ProjectRule = {
  code: "dockerfile-variable",
  refusedBy: "build",
  summary:
    "A Dockerfile template lacks a variable that Image Builder requires, has one in the wrong place, or contains an unknown one.",
  source:
    "Image Builder User Guide, create a container recipe: parentImage is required, so is environments where there are components, and it has to be placed before components; Docker: unknown instruction",
  fail: [
    withTemplate(template({ components: "▸{{{ imagebuilder:component }}}" })),
    withTemplate(template({ components: "▸{{ imagebuilder:components }}" })),
    withTemplate(template({ from: "▸FROM amazonlinux:2023" })),
    withTemplate("▸ENV A=b\n▸{{{ imagebuilder:components }}}\n"),
    withTemplate(template({ from: "▸{{{ imagebuilder:parentImage }}}" })),
    withTemplate(
      template({ from: "▸{{{ imagebuilder:environments }}}", environments: "FROM {{{ imagebuilder:parentImage }}}" }),
    ),
    withTemplate(
      template({ environments: "▸{{{ imagebuilder:components }}}", components: "{{{ imagebuilder:environments }}}" }),
    ),
  ],
  pass: [
    withTemplate(template()),
    withTemplate(template({ from: "ARG BASE={{{ imagebuilder:parentImage }}}\nFROM $BASE" })),
    withTemplate(template({ from: "# {{ imagebuilder:me }}\nFROM {{{imagebuilder:parentImage}}}" })),
  ],
  // Missing variables are both reported at the end of the file.
  severalAtOnePlace: true,
  project({ project }, report) {
    for (const { file, text } of templatesOf(project))
      for (const { range, message, fix } of faultsOf(text)) report({ file, range }, message, fix);
  },
};

interface Fault {
  readonly range: Range;
  readonly message: string;
  readonly fix: string;
}

function* faultsOf(text: string): Generator<Fault> {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  /** Line of each variable. A misspelt variable is not also reported as missing. */
  const found = new Map<Variable, number>();
  for (const [index, line] of lines.entries()) {
    if (/^\s*#/.test(line)) continue;
    for (const match of line.matchAll(/(\{+)\s*(imagebuilder:[^\s}]*)\s*(\}*)/gi)) {
      const [whole, open = "", name = "", close = ""] = match;
      const variable = variables.find((each) => `imagebuilder:${each}` === name);
      const meant = variable ?? (nearest(name.slice("imagebuilder:".length), variables) as Variable | undefined);
      if (meant !== undefined && !found.has(meant)) found.set(meant, index + 1);
      if (variable !== undefined && open.length === 3 && close.length === 3) continue;
      const range = lineRange(index + 1, match.index + 1, match.index + whole.length + 1);
      const fix = `write ${listed(meant === undefined ? variables : [meant])}`;
      yield { range, message: `"${whole}" is not an Image Builder variable`, fix };
    }
  }
  const from = lines.findIndex((line) => /^\s*FROM\b/i.test(line)) + 1;
  for (const [variable, without] of required) {
    if (found.has(variable)) continue;
    const line = variable === "parentImage" ? Math.max(1, from) : lastLineOf(text);
    const message = `{{{ imagebuilder:${variable} }}} is missing, so ${without}`;
    const fix =
      variable === "parentImage" ? "write FROM {{{ imagebuilder:parentImage }}}" : `add ${listed([variable])}`;
    yield { range: lineRange(line), message, fix };
  }
  const parentImage = found.get("parentImage");
  if (parentImage !== undefined && from === 0) {
    const message = "no line begins with FROM, so Docker has nothing to build on";
    yield { range: lineRange(parentImage), message, fix: "write FROM {{{ imagebuilder:parentImage }}}" };
  }
  for (const variable of ["environments", "components"] as const) {
    const line = found.get(variable);
    if (line === undefined || line > from) continue;
    const message = `{{{ imagebuilder:${variable} }}} comes before FROM, where Docker has nothing to run it on`;
    yield { range: lineRange(line), message, fix: "move it below" };
  }
  const [environments, components] = [found.get("environments"), found.get("components")];
  if (environments !== undefined && components !== undefined && components < environments) {
    const message = "{{{ imagebuilder:components }}} comes before {{{ imagebuilder:environments }}}, which it needs";
    yield { range: lineRange(components), message, fix: "move it below" };
  }
}

function listed(names: readonly Variable[]): string {
  return names.map((name) => `{{{ imagebuilder:${name} }}}`).join(", ");
}
