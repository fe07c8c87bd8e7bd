import type { Problem } from "../../problems/problem";
import { problemOf, type Rule, severityOf } from "../../problems/rule";
import type { YamlSource } from "../../problems/yaml-source";
import type { Span, TextNode } from "../../problems/yaml-tree";

/** Collects the problems in one file. */
export class Report {
  readonly problems: Problem[] = [];

  constructor(readonly source: YamlSource) {}

  /** @param at node, key or part of a text to report */
  add(rule: Rule, at: Span, message: string, fix: string): void {
    const problem = problemOf(rule, this.source.file, this.source.rangeOf(at), message, fix);
    this.problems.push({ ...problem, severity: rule.severityInDocuments ?? severityOf(rule) });
  }

  /** Reports a problem in part of a scalar's value. `from` and `to` are offsets in UTF-16 units. */
  addWithin(rule: Rule, node: TextNode, from: number, to: number, message: string, fix: string): void {
    this.add(rule, this.source.spanWithin(node, from, to), message, fix);
  }
}
