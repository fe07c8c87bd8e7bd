import { lineageOf } from "../../src/factory/lineage";
import type { Parent } from "../../src/model/parent";

const on = (name: string): { readonly parent: Parent } => ({ parent: { from: "project", name } });
const defined = new Map([
  ["app", on("web")],
  ["web", on("base")],
  ["base", { parent: { from: "registry", image: "amazonlinux:2023", platform: "Linux" } as const }],
  ["orphan", on("gone")],
  ["hen", on("egg")],
  ["egg", on("hen")],
]);

test.each([
  ["app", ["app", "web", "base"]],
  ["base", ["base"]],
  ["orphan", ["orphan"]],
  ["hen", ["hen", "egg"]],
  ["gone", []],
  [undefined, []],
])("%s and its parents in the project are %j", (name, lineage) => {
  expect([...lineageOf(name, defined).keys()]).toEqual(lineage);
});
