import { documentNameLength } from "../../aws/limits";
import type { Rule } from "../../problems/rule";
import type { Span } from "../../problems/yaml-tree";
import { buildSteps, helloStep, sayHello } from "../examples";
import { quoted, shown } from "../reading/describe";
import { text } from "../reading/field-types";
import type { FieldType } from "../reading/fields";
import type { Report } from "../reading/report";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";

const invalidName: Rule = {
  code: "invalid-name",
  severity: "error",
  summary:
    "The name of a phase, step, parameter or constant must be 3 to 128 letters, digits, hyphens and underscores. Image Builder refuses the document.",
  source: `${page}; service message "Invalid step name … Allowed characters are combinations of numbers [0-9], english letters [a-z,A-Z] and special characters [-_]"`,
  fail: [buildSteps(helloStep("▸Say hello"))],
  pass: [buildSteps(sayHello)],
};

const duplicateName: Rule = {
  code: "duplicate-name",
  severity: "error",
  summary: "Two phases, two steps or loops of a phase, or two parameters or constants have the same name.",
  source: page,
  fail: [buildSteps(`${sayHello}${helloStep("▸SayHello")}`)],
  pass: [buildSteps(`${sayHello}${helloStep("SayGoodbye")}`)],
};

export const nameRules = [invalidName, duplicateName];

const allowed = "3 to 128 letters, digits, - and _";

export const name: FieldType = {
  ...text(allowed),
  check: (value, report) => {
    const { node, at } = value;
    if (node.kind !== "text") text(allowed).check(value, report);
    else if (!isName(node.value)) {
      report.add(
        invalidName,
        at,
        `${value.name} is ${shown(node)}, allowed: ${allowed}`,
        `write ${nameLike(node.value)}`,
      );
    }
  },
};

function isName(word: string): boolean {
  return (
    word.length >= documentNameLength.min && word.length <= documentNameLength.max && /^[A-Za-z0-9_-]+$/.test(word)
  );
}

function nameLike(got: string): string {
  const suggestion = got.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
  return isName(suggestion) ? `e.g. "${suggestion}"` : allowed;
}

/** Reports the second and later use of a name among things of one kind. */
export function checkUnique(
  names: Iterable<{ readonly name: string; readonly at: Span }>,
  kind: string,
  report: Report,
): void {
  const first = new Map<string, Span>();
  for (const { name: each, at } of names) {
    const other = first.get(each);
    if (other === undefined) {
      first.set(each, at);
      continue;
    }
    const { line } = report.source.position(other.start);
    report.add(duplicateName, at, `${kind} ${quoted(each)} is there already, on line ${line}`, "give it another name");
  }
}
