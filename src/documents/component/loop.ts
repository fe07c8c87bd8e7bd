import type { MapNode } from "../../problems/yaml-tree";
import { checkExactlyOne } from "../reading/exactly-one";
import { by } from "../reading/field-rule";
import { listOf, mapWith, nodeOf, text, wholeNumber } from "../reading/field-types";
import { checkFields, type FieldType, optional, required } from "../reading/fields";
import { loopDelimiter } from "../rules/loops/loop-delimiter";
import { loopName } from "../rules/loops/loop-name";

/** Bound of a `for` loop. The rule `loop-bound` checks references in it. */
const bound = wholeNumber("a whole number");
const delimiter = text("one character", by(loopDelimiter));
const name = text("a name", by(loopName));

const range = { start: required(bound), end: required(bound), updateBy: required(bound) };

const forType = mapWith("a map of start, end and updateBy", range);

const words = { list: required(text("text to split")), delimiter: optional(delimiter) };

const forEachType: FieldType = {
  expects: "a list of strings, or a map of list and delimiter",
  check: (value, report) => {
    if (value.node.kind === "map" && !isUnquotedReference(value.node)) checkFields(value.node, words, value, report);
    else listOf(text(), forEachType.expects).check(value, report);
  },
};

const fields = { name: optional(name), for: optional(forType), forEach: optional(forEachType) };

export const loopType = nodeOf("map", "a map with for or forEach", (node, owner, report) => {
  checkFields(node, fields, owner, report);
  checkExactlyOne(node, ["for", "forEach"], owner, report);
});

function isUnquotedReference(map: MapNode): boolean {
  return map.flow && map.entries.length === 1 && map.entries[0]?.keyNode.kind === "map";
}
