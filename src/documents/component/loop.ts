import { by } from "../reading/field-rule";
import { checkExactlyOne } from "../reading/exactly-one";
import { listOf, reportWrongType, text, wholeNumber } from "../reading/field-types";
import { checkFields, type FieldType, optional, required } from "../reading/fields";
import { loopDelimiter } from "../rules/loops/loop-delimiter";
import { loopName } from "../rules/loops/loop-name";
import type { MapNode } from "../../problems/yaml-tree";

/** The rule `loop-bound` is about references. */
const bound = wholeNumber("a whole number");
const delimiter = text("one character", by(loopDelimiter));
const name = text("a name", by(loopName));

const range = { start: required(bound), end: required(bound), updateBy: required(bound) };

const forType: FieldType = {
  expects: "a map of start, end and updateBy",
  check: (value, report) => {
    if (value.node.kind !== "map") {
      reportWrongType(value, forType.expects, report);
      return;
    }
    checkFields(value.node, range, value, report);
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
    if (value.node.kind !== "map") {
      reportWrongType(value, loopType.expects, report);
      return;
    }
    checkFields(value.node, fields, value, report);
    checkExactlyOne(value.node, ["for", "forEach"], value, report);
  },
};

function isUnquotedReference(map: MapNode): boolean {
  return map.flow && map.entries.length === 1 && map.entries[0]?.keyNode.kind === "map";
}
