import { keysOf } from "../../definitions/field-of";
import { standsOn } from "../../model/parent";
import type { RecipeKind } from "../../model/recipe";
import type { Project } from "../../project/load-project";
import type { CheckContext } from "../context/check-context";
import type { Report } from "../report";

/**
 * Whether it is known which images, or which containers, are built: no definition has a problem of its own, as an unknown key may be a
 * misspelt `images`, and environments build at least one, none of which is missing. Before one is built a project is only begun, and
 * each of them would be reported. A name that nothing has may be meant for any of them.
 */
export function canReadBuilt(kind: RecipeKind, project: Project): boolean {
  const { images, containers, environments } = project;
  const definitions = [...images.values(), ...containers.values(), ...environments.values()];
  if (definitions.some(({ problems }) => problems.length > 0)) return false;
  const built = [...environments.values()].flatMap(({ value }) => keysOf(value?.[`${kind}s`]));
  return built.length > 0 && built.every((name) => project[`${kind}s`].has(name));
}

/** Reports the images, or the containers, that no environment builds and none that is built stands on. */
export function reportUnbuilt(kind: RecipeKind, { recipes, environments }: CheckContext, report: Report): void {
  const ofKind = new Map(recipes.filter((recipe) => recipe.kind === kind).map((recipe) => [recipe.name, recipe]));
  const used = new Set<string>();
  // Where an environment leaves a parent out, parent-not-built tells of it.
  const use = (name: string | undefined): void => {
    if (name === undefined || used.has(name)) return;
    used.add(name);
    use(standsOn(ofKind.get(name)?.definition.parent));
  };
  for (const { value } of environments) Object.keys(value[`${kind}s`]).forEach(use);
  for (const [name, { source }] of ofKind) {
    if (used.has(name)) continue;
    const fix = `add it to ${kind}s of an environment, remove it, or say why it stays: # check-ignore-file ${kind}-unused: <reason>`;
    report({ file: source.file }, `no environment builds "${name}"`, fix);
  }
}
