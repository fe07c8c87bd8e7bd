import { maxDocumentBytes } from "../../aws/quotas";
import { secretsIn } from "../../documents/scripts/check-credentials";
import { oddProblem } from "../../documents/scripts/check-characters";
import { oddCharacters, withoutCommentLines } from "../../documents/scripts/odd-characters";
import type { Problem, Range } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { nearest } from "../../problems/suggest";
import { textProblems } from "../../problems/text-problems";
import type { Project } from "../../project/load-project";

const container = (dockerfile: string) =>
  `parent:\n  image: amazonlinux:2023\ncomponents:\n  - aws: update-linux\ndockerfile: ${dockerfile}\n`;
const template = `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
`;
const withTemplate = (text: string) => ({ "containers/web.yaml": container("web.Dockerfile"), "web.Dockerfile": text });
const page = "Image Builder User Guide, create a container recipe: variables of the Dockerfile template";

export const dockerfileMissing: Rule = {
  code: "dockerfile-missing",
  severity: "error",
  unsilenceable: true,
  summary: "A container names a Dockerfile template that does not exist.",
  source: "docs/reference.md",
  fail: [{ "containers/web.yaml": container("▸web.Dockerfiel"), "web.Dockerfile": template }],
  pass: [withTemplate(template)],
};

export const dockerfileVariable: Rule = {
  code: "dockerfile-variable",
  severity: "error",
  summary:
    "A Dockerfile template lacks a variable that Image Builder replaces with the parent or the components, has one in the wrong place, or contains an unknown one.",
  source: page,
  fail: [withTemplate(template.replace("{{{ imagebuilder:components }}}", "▸{{{ imagebuilder:component }}}"))],
  pass: [withTemplate(template)],
};

export const dockerfileSize: Rule = {
  code: "dockerfile-size",
  severity: "error",
  summary: "A Dockerfile template is empty or larger than 64 KB, the quota for documents in S3.",
  source: "API field CreateContainerRecipe.dockerfileTemplateUri; quota of Image Builder",
  fail: [withTemplate("▸")],
  pass: [withTemplate(template)],
};

export const dockerfileRules: readonly Rule[] = [dockerfileMissing, dockerfileVariable, dockerfileSize];

const variables = ["parentImage", "environments", "components"] as const;
type Variable = (typeof variables)[number];
const meanings: Readonly<Record<Variable, string>> = {
  parentImage: "the parent of the container would not be used",
  environments: "no component could run",
  components: "no component would run",
};

/** Checks the Dockerfile templates that containers name, each once. */
export function checkDockerfiles({ containers, dockerfiles, faults }: Project): Problem[] {
  const missing = [...containers.values()].flatMap(({ source, value }) => {
    const path = value?.dockerfile;
    if (path === undefined || dockerfiles.has(path)) return [];
    const near = nearest(path, dockerfiles.keys());
    const fix =
      near === undefined ? `write ${path}, or remove dockerfile to use the default` : `did you mean "${near}"?`;
    return [
      problemOf(dockerfileMissing, source.file, source.locate(["dockerfile"]), `there is no file "${path}"`, fix),
    ];
  });
  const unread = new Set(faults.map(({ file }) => file));
  return [
    ...missing,
    ...[...dockerfiles].flatMap(([file, text]) =>
      unread.has(file)
        ? []
        : [
            ...textProblems(file, text),
            ...checkCharacters(file, text),
            ...checkSecrets(file, text),
            ...checkTemplate(file, text),
          ],
    ),
  ];
}

function checkCharacters(file: string, text: string): Problem[] {
  const uncommented = withoutCommentLines(text);
  return oddCharacters(uncommented, uncommented).map((odd) => {
    const before = text.slice(0, odd.offset).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    const { rule, message, fix } = oddProblem(odd, "the template");
    return problemOf(rule, file, lineRange(before.length, column, column + odd.length), message, fix);
  });
}

function checkSecrets(file: string, text: string): Problem[] {
  return secretsIn(text, "the template").map(({ rule, start, end, message, fix }) => {
    const before = text.slice(0, start).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    return problemOf(rule, file, lineRange(before.length, column, column + end - start), message, fix);
  });
}

function checkTemplate(file: string, text: string): Problem[] {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxDocumentBytes || text.trim() === "") {
    const message =
      bytes > maxDocumentBytes
        ? `the template has ${bytes} bytes, allowed: up to ${maxDocumentBytes}`
        : "the template is empty";
    const fix =
      bytes > maxDocumentBytes ? "move files out of it" : "write FROM {{{ imagebuilder:parentImage }}} and so on";
    return [problemOf(dockerfileSize, file, lineRange(1, 1, 1), message, fix)];
  }
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const problems: Problem[] = [];
  const found = new Map<Variable, number>();
  lines.forEach((line, index) => {
    if (/^\s*#/.test(line)) return;
    for (const match of line.matchAll(/(\{+)\s*(imagebuilder:[^\s}]*)\s*(\}*)/gi)) {
      const [whole, open = "", name = "", close = ""] = match;
      const range = lineRange(index + 1, match.index + 1, match.index + whole.length + 1);
      const variable = variables.find((each) => `imagebuilder:${each}` === name);
      if (variable !== undefined && open.length === 3 && close.length === 3) {
        if (!found.has(variable)) found.set(variable, index + 1);
        continue;
      }
      const meant = variable ?? nearest(name.slice("imagebuilder:".length), variables);
      const message = `"${whole}" is not an Image Builder variable`;
      const fix = `write ${listed(meant === undefined ? variables : [meant as Variable])}`;
      problems.push(problemOf(dockerfileVariable, file, range, message, fix));
      // What is misspelt is not missing as well.
      if (meant !== undefined) found.set(meant as Variable, found.get(meant as Variable) ?? index + 1);
    }
  });
  const last = Math.max(1, lines.findLastIndex((line) => line.trim() !== "") + 1);
  const from = lines.findIndex((line) => /^\s*FROM\b/i.test(line)) + 1;
  for (const variable of variables.filter((each) => !found.has(each))) {
    const line = variable === "parentImage" ? Math.max(1, from) : last;
    const message = `{{{ imagebuilder:${variable} }}} is missing, so ${meanings[variable]}`;
    const fix =
      variable === "parentImage" ? "write FROM {{{ imagebuilder:parentImage }}}" : `add ${listed([variable])}`;
    problems.push(problemOf(dockerfileVariable, file, lineRange(line, 1, 1), message, fix));
  }
  const [environments, components] = [found.get("environments"), found.get("components")];
  if (environments !== undefined && components !== undefined && components < environments) {
    const message = "{{{ imagebuilder:components }}} stands before {{{ imagebuilder:environments }}}, which it needs";
    problems.push(problemOf(dockerfileVariable, file, lineRange(components, 1, 1), message, "move it below"));
  }
  return problems;
}

function listed(names: readonly Variable[]): string {
  return names.map((name) => `{{{ imagebuilder:${name} }}}`).join(", ");
}

function lineRange(line: number, from: number, to: number): Range {
  return { start: { line, column: from }, end: { line, column: to } };
}
