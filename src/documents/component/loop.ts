import type { Rule } from "../../problems/rule";
import { entryOf, type MapNode, valueOf } from "../../problems/yaml-tree";
import { buildSteps, indented } from "../examples";
import { quoted, shown } from "../reading/describe";
import { checkExactlyOne } from "../reading/exactly-one";
import { holdsReference, listOf, reportWrongType, text, wholeNumber, wholeNumberOf } from "../reading/field-types";
import { checkFields, type FieldType, optional, type Owner, required } from "../reading/fields";
import type { Report } from "../reading/report";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-looping-constructs.html";
const looped = (loop: string): ReturnType<typeof buildSteps> =>
  buildSteps(
    `- name: Count\n  action: ExecuteBash\n  loop:\n${indented(loop, 4)}  inputs:\n    commands:\n      - echo "{{ loop.index }}"\n`,
  );

const loopRange: Rule = {
  code: "loop-range",
  severity: "error",
  summary: "The step of a loop is zero or leads away from its end. The loop would never end, so AWSTOE refuses it.",
  source: page,
  fail: [looped("for:\n  start: 1\n  end: 10\n  updateBy: ▸-1\n")],
  pass: [looped("for:\n  start: 1\n  end: 10\n  updateBy: 1\n")],
};

const loopBound: Rule = {
  code: "loop-bound",
  severity: "error",
  summary:
    "The values start, end, updateBy and delimiter of a loop must be literal. AWSTOE accepts no reference there.",
  source: page,
  fail: [looped('for:\n  start: 1\n  end: ▸"{{ env:COUNT }}"\n  updateBy: 1\n')],
  pass: [looped('forEach:\n  list: "{{ env:COUNTS }}"\n')],
};

const loopDelimiter: Rule = {
  code: "loop-delimiter",
  severity: "error",
  summary: "The delimiter of a loop must be exactly one of the characters that AWSTOE supports.",
  source: page,
  fail: [looped('forEach:\n  list: "a|b"\n  delimiter: ▸"|"\n')],
  pass: [looped('forEach:\n  list: "a;b"\n  delimiter: ";"\n')],
};

const loopName: Rule = {
  code: "loop-name",
  severity: "warning",
  summary: "The name of a loop contains characters that a reference cannot contain.",
  source: page,
  fail: [looped("name: ▸my loop\nforEach: [a, b]\n")],
  pass: [looped("name: my-loop\nforEach: [a, b]\n")],
};

export const loopRules = [loopRange, loopBound, loopDelimiter, loopName];

const delimiters = [".", ",", ";", ":", "\n", "\t", " ", "-", "_"];

const bound: FieldType = {
  expects: "a whole number",
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind === "text" && holdsReference(node.value)) {
      report.add(
        loopBound,
        at,
        `${name} is ${shown(node)}, but a reference is not allowed here`,
        "write a number, or use forEach",
      );
    } else {
      wholeNumber(bound.expects).check(value, report);
    }
  },
};

const delimiter: FieldType = {
  expects: "one character",
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind !== "text") {
      text().check(value, report);
    } else if (holdsReference(node.value)) {
      report.add(
        loopBound,
        at,
        `${name} is ${shown(node)}, but a reference is not allowed here`,
        "write the character",
      );
    } else if (!delimiters.includes(node.value)) {
      const allowed = '. , ; : - _ " " "\\n" "\\t"';
      report.add(
        loopDelimiter,
        at,
        `${name} is ${quoted(node.value)}, allowed: one of ${allowed}`,
        "split at one of these",
      );
    }
  },
};

const name: FieldType = text("a name", ({ value }, { name: what, at }, report) => {
  if (/^[A-Za-z0-9_-]+$/.test(value)) return;
  report.add(
    loopName,
    at,
    `${what} is ${quoted(value)}, allowed: letters, digits, - and _`,
    "name it so that {{ name.value }} can",
  );
});

const range = { start: required(bound), end: required(bound), updateBy: required(bound) };

const forType: FieldType = {
  expects: "a map of start, end and updateBy",
  check: (value, report) => {
    if (value.node.kind !== "map") {
      reportWrongType(value, forType.expects, report);
      return;
    }
    checkFields(value.node, range, value, report);
    checkRange(value.node, value.name, report);
  },
};

const words = { list: required(text("text to split")), delimiter: optional(delimiter) };

const forEachType: FieldType = {
  expects: "a list of strings, or a map of list and delimiter",
  check: (value, report) => {
    if (value.node.kind === "map" && !isUnquotedReference(value.node)) checkFields(value.node, words, value, report);
    else listOf(text(), forEachType.expects).check(value, report);
  },
};

const fields = { name: optional(name), for: optional(forType), forEach: optional(forEachType) };

export const loopType: FieldType = {
  expects: "a map with for or forEach",
  check: (value, report) => {
    if (value.node.kind === "map") checkLoop(value.node, value, report);
    else reportWrongType(value, loopType.expects, report);
  },
};

function checkLoop(loop: MapNode, owner: Owner, report: Report): void {
  checkFields(loop, fields, owner, report);
  checkExactlyOne(loop, ["for", "forEach"], owner, report);
}

function checkRange(map: MapNode, owner: string, report: Report): void {
  const [start, end, step] = ["start", "end", "updateBy"].map((key) => {
    const node = valueOf(map, key);
    return node === undefined ? undefined : wholeNumberOf(node);
  });
  const at = entryOf(map, "updateBy")?.value;
  if (start === undefined || end === undefined || step === undefined || at === undefined) return;
  if (step !== 0 && (start === end || Math.sign(end - start) === Math.sign(step))) return;
  const message = `${owner} counts from ${start} to ${end} by ${step}, which never ends`;
  report.add(loopRange, at, message, start > end ? "count by a negative number" : "count by a positive number");
}

function isUnquotedReference(map: MapNode): boolean {
  return map.flow && map.entries.length === 1 && map.entries[0]?.keyNode.kind === "map";
}
