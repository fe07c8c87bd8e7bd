import { canonicalJson } from "../../versions/canonical";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { Note } from "./draft";
import { type Infrastructure, infrastructureOf } from "./infrastructure";
import { free, withoutKind } from "./slug";
import { nameOf, newestOf } from "./versions-of";

/** A recipe with the pipeline that runs it, and where and for whom. */
export interface AdoptedRecipe {
  readonly kind: "image" | "container";
  /** Name of its file. */
  readonly name: string;
  readonly recipe: ResourceInstance;
  readonly pipeline: ResourceInstance;
  readonly infrastructure: ResourceInstance;
  readonly distribution?: ResourceInstance;
}

const attributes = { image: "image_recipe_arn", container: "container_recipe_arn" } as const;

/** The recipes of a state that a pipeline runs; what is left out is told. */
export function recipesOf(
  resources: readonly ResourceInstance[],
  taken: ReadonlySet<string>,
  notes: Note[],
): readonly AdoptedRecipe[] {
  const byArn = new Map(resources.map((each) => [textAt(each.attributes, "arn"), each]));
  const pipelines = resources.filter(({ type }) => type === "aws_imagebuilder_image_pipeline");
  const names = new Set(taken);
  return (["image", "container"] as const).flatMap((kind) => {
    const all = resources.filter(({ type }) => type === `aws_imagebuilder_${kind}_recipe`);
    const run = all.filter((recipe) => pipelinesOf(recipe, kind, pipelines).length > 0);
    for (const recipe of all.filter((each) => !run.includes(each)))
      notes.push({ about: recipe.address, says: "no pipeline of the state runs it" });
    const { newest, older } = newestOf(run);
    for (const recipe of older)
      notes.push({ about: recipe.address, says: "an older version of a recipe that is taken over" });
    return newest.flatMap((recipe): AdoptedRecipe[] => {
      const [pipeline, ...others] = pipelinesOf(recipe, kind, pipelines);
      for (const other of others)
        notes.push({
          about: other.address,
          says: `a second pipeline of recipe "${nameOf(recipe)}", and an image has one here; delete it before the recipe's next version, which AWS keeps from replacing the old one while it is used`,
        });
      const infrastructure = byArn.get(textAt(pipeline?.attributes ?? null, "infrastructure_configuration_arn"));
      if (pipeline === undefined || infrastructure === undefined) {
        notes.push({ about: recipe.address, says: "its infrastructure configuration is not in the state" });
        return [];
      }
      return [
        {
          kind,
          name: free(fileName(nameOf(recipe), resources), names),
          recipe,
          pipeline,
          infrastructure,
          distribution: byArn.get(textAt(pipeline.attributes, "distribution_configuration_arn") ?? "none"),
        },
      ];
    });
  });
}

/**
 * What the file of a recipe is called, and with it its resources in Terraform. A resource of the old code at that address would be in the way, unless
 * it is the same.
 */
function fileName(recipe: string, resources: readonly ResourceInstance[]): string {
  const name = withoutKind(recipe, "image-recipe", "container-recipe", "recipe");
  const inTheWay = resources.some(
    (each) =>
      each.module === "" &&
      each.name === name &&
      /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) &&
      nameOf(each) !== recipe,
  );
  return inTheWay ? `${name}-image` : name;
}

function pipelinesOf(
  recipe: ResourceInstance,
  kind: AdoptedRecipe["kind"],
  pipelines: readonly ResourceInstance[],
): ResourceInstance[] {
  const arn = textAt(recipe.attributes, "arn");
  return pipelines.filter((pipeline) => arn !== undefined && textAt(pipeline.attributes, attributes[kind]) === arn);
}

/** The infrastructure configuration that most recipes of a kind have: the environment's own. */
export interface SharedInfrastructure {
  readonly instance: ResourceInstance;
  readonly settings: Infrastructure;
}

export function sharedInfrastructure(
  recipes: readonly AdoptedRecipe[],
  kind: AdoptedRecipe["kind"],
): SharedInfrastructure | undefined {
  const counts = new Map<ResourceInstance, number>();
  for (const each of recipes.filter((recipe) => recipe.kind === kind))
    counts.set(each.infrastructure, (counts.get(each.infrastructure) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && { instance: most[0], settings: infrastructureOf(most[0].attributes) };
}

/** In what two infrastructure configurations differ that only an environment as a whole can say; empty where in nothing. */
export function differingSettings(one: Infrastructure, other: Infrastructure): string[] {
  const keys = new Set([...Object.keys(one.shared), ...Object.keys(other.shared)]) as Set<
    keyof Infrastructure["shared"]
  >;
  const differing = [...keys].filter((key) => !equal(one.shared[key], other.shared[key]));
  return [...differing, ...(equal(one.network, other.network) ? [] : ["network"])];
}

export function equal(one: unknown, other: unknown): boolean {
  return one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
}
