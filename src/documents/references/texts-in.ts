import type { TextNode, YamlNode } from "../../problems/yaml-tree";

/** Yields every text in part of a document, except for keys. */
export function* textsIn(node: YamlNode | undefined): Generator<TextNode> {
  if (node?.kind === "text") yield node;
  else if (node?.kind === "list") for (const item of node.items) yield* textsIn(item);
  else if (node?.kind === "map") for (const { value } of node.entries) yield* textsIn(value);
}
