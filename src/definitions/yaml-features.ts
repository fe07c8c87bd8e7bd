import type { Problem } from "../problems/problem";
import { problemOf } from "../problems/rule";
import type { YamlSource } from "../problems/yaml-source";
import type { MapEntry, YamlNode } from "../problems/yaml-tree";
import { yamlFeature } from "./rules/yaml-feature";

/** Reports YAML features that have no meaning in definitions. */
export function featureProblems(source: YamlSource): Problem[] {
  const { tree, file } = source;
  if (tree === undefined) return [];
  const problems = tree.tagged.map(({ tag, ...span }) => {
    const short = tag.replace(/^tag:yaml\.org,2002:/, "!!");
    return problemOf(yamlFeature, file, source.rangeOf(span), `the tag "${short}" has no meaning here`, "remove it");
  });
  if (tree.version !== undefined && tree.version !== "1.2") {
    const at = source.rangeOf({ start: 0, end: 0 });
    const message = `the file says that it is YAML ${tree.version}, expected YAML 1.2`;
    problems.push(problemOf(yamlFeature, file, at, message, "remove the line %YAML"));
  }
  for (const { keyNode } of entriesOf(tree.root)) {
    if (keyNode.kind !== "text" || keyNode.value !== "__proto__") continue;
    const message = 'the key "__proto__" has no meaning here';
    problems.push(problemOf(yamlFeature, file, source.rangeOf(keyNode), message, "rename or remove it"));
  }
  return problems;
}

/** Returns every entry of every map. The target of several aliases is visited once. */
function entriesOf(root: YamlNode): MapEntry[] {
  const entries: MapEntry[] = [];
  const left = [root];
  const seen = new Set<YamlNode>();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "list") left.push(...node.items);
    if (node.kind !== "map") continue;
    for (const entry of node.entries) {
      entries.push(entry);
      left.push(entry.value);
    }
  }
  return entries;
}
