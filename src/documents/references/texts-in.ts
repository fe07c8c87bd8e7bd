import type { TextNode, YamlNode } from "../../problems/yaml-tree";

/** Every text in a part of a document. */
export function* textsIn(node: YamlNode | undefined): Generator<TextNode> {
  if (node?.kind === "text") yield node;
  else if (node?.kind === "list") for (const item of node.items) yield* textsIn(item);
  else if (node?.kind === "map") for (const { value } of node.entries) yield* textsIn(value);
}
