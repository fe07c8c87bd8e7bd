import { keysOf } from "../../definitions/field-of";
import { standsOn } from "../../model/parent";
import type { RecipeKind } from "../../model/recipe";
import type { Project } from "../../project/load-project";
import type { CheckContext } from "../context/check-context";
import type { Report } from "../report";

/**
 * Checks whether it is known which images or containers are built. This is so if no definition has a problem (an unknown key may be a
 * misspelt `images`), and environments build at least one, all of which exist (an unknown name may mean any of them). In a new project, in
 * which nothing is built yet, every image would be reported.
 */
export function canReadBuilt(kind: RecipeKind, project: Project): boolean {
  const { images, containers, environments } = project;
  const definitions = [...images.values(), ...containers.values(), ...environments.values()];
  if (definitions.some(({ problems }) => problems.length > 0)) return false;
  const built = [...environments.values()].flatMap(({ value }) => keysOf(value?.[`${kind}s`]));
  return built.length > 0 && built.every((name) => project[`${kind}s`].has(name));
}

/** Reports images or containers that no environment builds and on which no built one is based. */
export function reportUnbuilt(kind: RecipeKind, { recipes, environments }: CheckContext, report: Report): void {
  const ofKind = new Map(recipes.filter((recipe) => recipe.kind === kind).map((recipe) => [recipe.name, recipe]));
  const used = new Set<string>();
  // If an environment does not build a parent, parent-not-built reports it.
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
