import type { Problem } from "../../problems/problem";
import { problemOf, type Rule, severityOf } from "../../problems/rule";
import type { YamlSource } from "../../problems/yaml-source";
import type { Span, TextNode } from "../../problems/yaml-tree";

/** Collects what the checks of one file find. */
export class Report {
  readonly problems: Problem[] = [];

  constructor(readonly source: YamlSource) {}

  /** @param at the node, key or part of a text that the reader has to look at */
  add(rule: Rule, at: Span, message: string, fix: string): void {
    const problem = problemOf(rule, this.source.file, this.source.rangeOf(at), message, fix);
    this.problems.push({ ...problem, severity: rule.severityInDocuments ?? severityOf(rule) });
  }

  /** Reports on the part of a scalar's value from `from` to `to`, in UTF-16 units. */
  addWithin(rule: Rule, node: TextNode, from: number, to: number, message: string, fix: string): void {
    this.add(rule, this.source.spanWithin(node, from, to), message, fix);
  }
}
