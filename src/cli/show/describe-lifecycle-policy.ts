import type { LifecyclePolicy, LifecycleRule } from "../../factory/lifecycle-policy";
import { counted } from "../../collections/counted";

/** What a lifecycle policy is for, then a line for each thing that happens. */
export function describeLifecyclePolicy({ name, enabled, selection, rules }: LifecyclePolicy): string[] {
  return [
    `  lifecycle policy ${name}${enabled ? "" : ", disabled"}, for ${selected(selection)}`,
    ...rules.map((rule) => `    ${happening(rule)}`),
  ];
}

function selected(selection: LifecyclePolicy["selection"]): string {
  if ("tags" in selection) {
    const tags = Object.entries(selection.tags).map(([key, value]) => `${key}: ${value}`);
    return `images tagged ${tags.join(", ")}`;
  }
  const versions = new Map<string, number>();
  for (const { name } of selection.recipes) versions.set(name, (versions.get(name) ?? 0) + 1);
  return [...versions].map(([recipe, count]) => `${recipe} (${counted(count, "version")})`).join(", ");
}

/** Image Builder counts for each version of a recipe by itself. */
function happening({ action, filter }: LifecycleRule): string {
  const verb = action.toLowerCase();
  if (filter.type === "COUNT") return `${verb} all but the newest ${filter.value} of each recipe version`;
  const age = counted(filter.value, filter.unit.toLowerCase().replace(/s$/, ""));
  const kept = filter.retainAtLeast === undefined ? "" : `, but keep ${filter.retainAtLeast} of each recipe version`;
  return `${verb} after ${age}${kept}`;
}
