import type { Rule } from "../../problems/rule";
import type { TextNode } from "../../problems/yaml-tree";
import type { FieldValue } from "./fields";
import type { Report } from "./report";

/** What is wrong with something, and how to fix it. */
export interface Fault {
  readonly message: string;
  readonly fix: string;
}

/** A rule about the text of one field, which a type of fields reports by as it reads. */
export type FieldRule<Allowed = undefined> = Rule & {
  /** @param name of the field, for messages */
  readonly examine: (value: string, name: string, allowed: Allowed) => Fault | undefined;
};

/** What a type of fields does with a text: holds it against one rule. */
export type Examine = (node: TextNode, value: FieldValue, report: Report) => void;

export function by(rule: FieldRule): Examine;
export function by<Allowed>(rule: FieldRule<Allowed>, allowed: Allowed): Examine;
export function by<Allowed>(rule: FieldRule<Allowed>, allowed?: Allowed): Examine {
  return ({ value }, { name, at }, report) => {
    const fault = rule.examine(value, name, allowed as Allowed);
    if (fault !== undefined) report.add(rule, at, fault.message, fault.fix);
  };
}
