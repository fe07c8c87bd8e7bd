import { type YamlNode } from "../../problems/yaml-tree";
import type { Variable } from "../component/outline";
import type { Renaming } from "./merged-step";
import type { Part } from "./part";
import { rewriteReferences } from "./references";
import { entriesOf, list, map, type Rendered, renderNode, text } from "./render";

/** Returns the merged list of parameters or constants of several documents; undefined if there are none. */
export function mergedVariables(
  kind: Variable["kind"],
  parts: readonly Part[],
  renamings: readonly Renaming[],
): Rendered | undefined {
  const items = parts.flatMap(({ outline }, index) => {
    const renaming = renamings[index];
    return outline.variables
      .filter((variable) => variable.kind === kind)
      .flatMap(({ name, definition }) =>
        renaming === undefined || definition === undefined
          ? []
          : [map([[text(renaming.newName(name)), mergedDefinition(definition, renaming)]])],
      );
  });
  return items.length === 0 ? undefined : list(items);
}

/** Renames references in a default or value. A description is only prose and stays unchanged. */
function mergedDefinition(definition: YamlNode, renaming: Renaming): Rendered {
  const rewrite = (value: string): string => rewriteReferences(value, renaming);
  if (definition.kind !== "map") return renderNode(definition, rewrite);
  return map(
    entriesOf(definition).map(({ key, value }): [string, Rendered] => [
      key,
      renderNode(value, key === "description" ? (same) => same : rewrite),
    ]),
  );
}
