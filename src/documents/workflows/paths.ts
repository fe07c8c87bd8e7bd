import type { TextNode, YamlNode } from "../../problems/yaml-tree";

/** A JSONPath in a workflow, with its position in a text. */
export interface PathUse {
  readonly node: TextNode;
  /** The path, e.g. `$.stepOutputs.Launch.instanceId`. */
  readonly path: string;
  /** Offset in UTF-16 units from the start of the text. */
  readonly offset: number;
}

const wholePath = /^\s*\$\.\S+\s*$/;

/** Checks whether a whole value is a path: `$.parameters.Name`. */
export function isPath(node: YamlNode): boolean {
  return node.kind === "text" && wholePath.test(node.value);
}

/** Returns every path in a part of a document: values that are a path, and `{{ $.… }}` in texts. */
export function pathsIn(node: YamlNode | undefined): PathUse[] {
  if (node?.kind === "list") return node.items.flatMap(pathsIn);
  if (node?.kind === "map") return node.entries.flatMap(({ value }) => pathsIn(value));
  if (node?.kind !== "text") return [];
  if (wholePath.test(node.value)) return [{ node, path: node.value.trim(), offset: node.value.indexOf("$") }];
  return [...node.value.matchAll(/\{\{\s*(\$\.[^\s{}]+)\s*\}\}/g)].map(({ 0: whole, 1: path = "", index }) => ({
    node,
    path,
    offset: index + whole.indexOf("$"),
  }));
}

/** Returns the names in a path after `$.`, without indexes: `stepOutputs`, `Copy`, `distributedImages`. */
export function partsOf(path: string): string[] {
  return path
    .slice(2)
    .split(".")
    .map((part) => part.replace(/\[.*$/, ""));
}
