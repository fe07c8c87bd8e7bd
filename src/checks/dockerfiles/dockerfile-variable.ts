import type { Range } from "../../problems/problem";
import type { ProjectRule } from "../project-rule";
import { template, withTemplate } from "./example";
import { lastLineOf, lineRange } from "./lines";
import { type Template, templatesOf } from "./templates";
import { inBraces, type Variable, variables } from "./variables";

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
    withTemplate(template({ components: "▸${imagebuilder:components}" })),
  ],
  pass: [
    withTemplate(template()),
    withTemplate(template({ from: "ARG BASE={{{ imagebuilder:parentImage }}}\nFROM $BASE" })),
    withTemplate(template({ from: "# {{ imagebuilder:me }}\nFROM {{{imagebuilder:parentImage}}}" })),
  ],
  // Missing variables are both reported at the end of the file.
  severalAtOnePlace: true,
  project({ project }, report) {
    for (const each of templatesOf(project))
      for (const { range, message, fix } of faultsOf(each)) report({ file: each.file, range }, message, fix);
  },
};

interface Fault {
  readonly range: Range;
  readonly message: string;
  readonly fix: string;
}

function* faultsOf({ text, instructions, variables: uses }: Template): Generator<Fault> {
  for (const { written, meant, isRight, range } of uses) {
    if (isRight) continue;
    const fix = `write ${(meant === undefined ? variables : [meant]).map(inBraces).join(", ")}`;
    yield { range, message: `"${written}" is not an Image Builder variable`, fix };
  }
  // A misspelt variable is not also reported as missing.
  const rangeOf = (variable: Variable) => uses.find(({ meant }) => meant === variable)?.range;
  const from = instructions.find(({ keyword }) => keyword === "FROM")?.range;
  for (const [variable, without] of required) {
    if (rangeOf(variable) !== undefined) continue;
    const isParent = variable === "parentImage";
    const message = `${inBraces(variable)} is missing, so ${without}`;
    const fix = isParent ? `write FROM ${inBraces(variable)}` : `add ${inBraces(variable)}`;
    yield { range: isParent ? (from ?? lineRange(1)) : lineRange(lastLineOf(text)), message, fix };
  }
  const parentImage = rangeOf("parentImage");
  if (parentImage !== undefined && from === undefined) {
    const message = "no line begins with FROM, so Docker has nothing to build on";
    yield { range: parentImage, message, fix: `write FROM ${inBraces("parentImage")}` };
  }
  const [environments, components] = [rangeOf("environments"), rangeOf("components")];
  for (const [variable, range] of [
    ["environments", environments],
    ["components", components],
  ] as const) {
    if (range === undefined || range.start.line > (from?.start.line ?? 0)) continue;
    const message = `${inBraces(variable)} comes before FROM, where Docker has nothing to run it on`;
    yield { range, message, fix: "move it below" };
  }
  if (environments !== undefined && components !== undefined && components.start.line < environments.start.line) {
    const message = `${inBraces("components")} comes before ${inBraces("environments")}, which it needs`;
    yield { range: components, message, fix: "move it below" };
  }
}
