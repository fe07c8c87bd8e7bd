import type { Rule } from "../../problems/rule";
import type { TextNode } from "../../problems/yaml-tree";
import type { FieldValue } from "./fields";
import type { Report } from "./report";

/** A fault, with a suggestion for a fix. */
export interface Fault {
  readonly message: string;
  readonly fix: string;
}

/** A rule about the text of one field. Field types apply the rule while they check a value. */
export type FieldRule<Allowed = undefined> = Rule & {
  /** @param name name of the field in messages */
  readonly examine: (value: string, name: string, allowed: Allowed) => Fault | undefined;
};

/** Applies one rule to the text of a field. */
export type Examine = (node: TextNode, value: FieldValue, report: Report) => void;

export function by(rule: FieldRule): Examine;
export function by<Allowed>(rule: FieldRule<Allowed>, allowed: Allowed): Examine;
export function by<Allowed>(rule: FieldRule<Allowed>, allowed?: Allowed): Examine {
  return ({ value }, { name, at }, report) => {
    const fault = rule.examine(value, name, allowed as Allowed);
    if (fault !== undefined) report.add(rule, at, fault.message, fault.fix);
  };
}
