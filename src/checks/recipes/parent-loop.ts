import type { Definition } from "../../definitions/read-definition";
import type { RecipeKind } from "../../model/recipe";
import { buildingWeb } from "../example";
import type { ProjectRule } from "../project-rule";
import { standingOn } from "./container-example";
import { writtenParent } from "./written-parent";

export const parentLoop: ProjectRule = {
  code: "parent-loop",
  refusedBy: "project",
  unsilenceable: true,
  summary: "Images or containers are each other's parents in a loop, so none can be built first.",
  source: "docs/reference.md",
  fail: [
    { "images/base.yaml": standingOn("image", "▸web"), "images/web.yaml": standingOn("image", "▸base") },
    { "containers/web.yaml": standingOn("container", "▸web") },
    // What stands on a loop is not in it.
    {
      "images/base.yaml": standingOn("image", "▸web"),
      "images/web.yaml": standingOn("image", "▸base"),
      "images/app.yaml": standingOn("image", "web"),
    },
  ],
  pass: [{ "images/web.yaml": standingOn("image", "base"), ...buildingWeb }],
  project({ project }, report) {
    for (const [kind, definitions] of [
      ["image", project.images],
      ["container", project.containers],
    ] as const)
      for (const [name, { source }] of definitions) {
        const chain = chainOf(kind, name, definitions);
        if (chain.length === 1 || chain.at(-1) !== name) continue;
        const message = `${kind}s are each other's parents in a loop: ${chain.join(" → ")}`;
        report({ source, path: ["parent", kind] }, message, "give one of them another parent");
      }
  },
};

/** Returns `name` and the names of its parents in order; ends with `name` if it is its own ancestor. */
function chainOf(kind: RecipeKind, name: string, definitions: ReadonlyMap<string, Definition<unknown>>): string[] {
  const chain = [name];
  for (let at = name; ;) {
    const parent = writtenParent(kind, definitions.get(at)?.raw);
    if (parent === undefined || (parent !== name && chain.includes(parent))) return chain;
    chain.push(parent);
    if (parent === name) return chain;
    at = parent;
  }
}
