import type { Node } from "jsonc-parser";

import type { Rule } from "../problems/rule";
import { lockFormat } from "./rules/lock-format";

/** Reports a problem at a node of the lock file. */
export type Report = (rule: Rule, node: Pick<Node, "offset" | "length">, message: string, fix?: string) => void;

/** Returns the members of an object by key. Reports values that are not objects, and duplicate keys. */
export function membersOf(node: Node, report: Report): Map<string, Node> {
  const members = new Map<string, Node>();
  if (node.type !== "object") report(lockFormat, node, `an object is expected here, not ${node.type}`);
  else
    for (const { children } of node.children ?? []) {
      // A text without syntax errors has both in each property.
      const [key, value] = children as [Node, Node];
      const name = String(key.value);
      if (members.has(name)) report(lockFormat, key, `"${name}" is given twice`);
      members.set(name, value);
    }
  return members;
}

export function checkMembers(members: ReadonlyMap<string, Node>, allowed: readonly string[], report: Report): void {
  for (const [name, node] of members)
    if (!allowed.includes(name))
      report(lockFormat, node.parent?.children?.[0] ?? node, `"${name}" is not a key of this file`);
}
