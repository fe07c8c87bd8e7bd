import type { RecipeKind } from "../../model/recipe";
import { listAt, textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { Note } from "./draft";
import { infrastructureOf, type InfrastructureSettings } from "./infrastructure";
import { free, slug, withoutKind } from "./slug";
import { textObjectOf } from "./text-object";
import { nameOf, newestOf } from "./versions-of";

/** A pipeline, or an image that Terraform builds, with its infrastructure and distribution configurations. */
export interface AdoptedRun {
  readonly instance: ResourceInstance;
  readonly infrastructure: ResourceInstance;
  readonly distribution?: ResourceInstance;
}

export interface AdoptedRecipe {
  readonly kind: RecipeKind;
  /** Name of the definition file without extension. */
  readonly name: string;
  readonly recipe: ResourceInstance;
  /** All pipelines of the recipe. The first becomes the main pipeline of the image. */
  readonly pipelines: readonly AdoptedRun[];
  /** The image that Terraform builds. */
  readonly image?: AdoptedRun;
}

/** Returns the main run of an image: its first pipeline, otherwise the image that Terraform builds. */
export function ownRunOf({ pipelines, image }: AdoptedRecipe): AdoptedRun | undefined {
  return pipelines[0] ?? image;
}

export function runsOfRecipe({ pipelines, image }: AdoptedRecipe): readonly AdoptedRun[] {
  return image === undefined ? pipelines : [...pipelines, image];
}

const attributes = { image: "image_recipe_arn", container: "container_recipe_arn" } as const;

/** Returns the newest version of each recipe in a state. Adds a note for each recipe that is left out. */
export function recipesOf(
  resources: readonly ResourceInstance[],
  taken: ReadonlySet<string>,
  notes: Note[],
): readonly AdoptedRecipe[] {
  const byArn = new Map(resources.map((each) => [textAt(each.attributes, "arn"), each]));
  const runs = resources.filter(({ type }) => /^aws_imagebuilder_image(_pipeline)?$/.test(type));
  const names = new Set(taken);
  return (["image", "container"] as const).flatMap((kind) => {
    const all = resources.filter(({ type }) => type === `aws_imagebuilder_${kind}_recipe`);
    const isRun = (recipe: ResourceInstance): boolean => runs.some((run) => builds(run, recipe, kind));
    const named = new Set(all.filter(isRun).map(nameOf));
    // If no pipeline uses the newest version yet, the version that a pipeline uses is taken over.
    const candidates = all.filter((recipe) => isRun(recipe) || !named.has(nameOf(recipe)));
    for (const recipe of all.filter((each) => !candidates.includes(each)))
      notes.push({ about: recipe.address, says: "no pipeline of the state runs it" });
    const { newest, older } = newestOf(candidates);
    for (const recipe of older) notes.push({ about: recipe.address, says: "an older version of an adopted recipe" });
    return newest.map((recipe): AdoptedRecipe => {
      const adopted = runs
        .filter((run) => builds(run, recipe, kind))
        .flatMap((instance) => runOf(instance, byArn, notes) ?? []);
      const ofType = (type: string): AdoptedRun[] => adopted.filter(({ instance }) => instance.type === type);
      const [image] = ofType("aws_imagebuilder_image");
      return {
        kind,
        name: free(fileName(recipe, adopted, resources), names),
        recipe,
        pipelines: ownFirst(ofType("aws_imagebuilder_image_pipeline"), image, nameOf(recipe)),
        image,
      };
    });
  });
}

function builds(run: ResourceInstance, recipe: ResourceInstance, kind: AdoptedRecipe["kind"]): boolean {
  const arn = textAt(recipe.attributes, "arn");
  return arn !== undefined && textAt(run.attributes, attributes[kind]) === arn;
}

function runOf(
  instance: ResourceInstance,
  byArn: ReadonlyMap<string | undefined, ResourceInstance>,
  notes: Note[],
): AdoptedRun | undefined {
  const arnOf = (kind: string): string => textAt(instance.attributes, `${kind}_configuration_arn`) ?? "none";
  const [infrastructure, distribution] = [byArn.get(arnOf("infrastructure")), byArn.get(arnOf("distribution"))];
  // The run would be adopted and lose its distribution.
  const isLost = arnOf("distribution") !== "none" && distribution === undefined;
  if (infrastructure !== undefined && !isLost) return { instance, infrastructure, distribution };
  const kind = infrastructure === undefined ? "infrastructure" : "distribution";
  notes.push({ about: instance.address, says: `its ${kind} configuration is not in the state, or is left out` });
  return undefined;
}

/** Sorts the main pipeline first: one with the configurations of the image that Terraform builds, then one with the name of the recipe. */
function ownFirst(pipelines: readonly AdoptedRun[], image: AdoptedRun | undefined, recipe: string): AdoptedRun[] {
  const rank = (run: AdoptedRun): number => {
    const asImage =
      image === undefined || (image.infrastructure === run.infrastructure && image.distribution === run.distribution);
    return (
      (asImage ? 0 : 2) + (withoutKind(nameOf(run.instance), "pipeline") === withoutKind(recipe, "recipe") ? 0 : 1)
    );
  };
  return [...pipelines].sort((a, b) => rank(a) - rank(b));
}

/**
 * Returns the name of the definition file of a recipe, which is also the name of its resources in Terraform. The name avoids addresses that
 * belong to another recipe in the old code.
 */
function fileName(
  recipe: ResourceInstance,
  runs: readonly AdoptedRun[],
  resources: readonly ResourceInstance[],
): string {
  const name = ownName(recipe, runs) ?? withoutKind(nameOf(recipe), "image-recipe", "container-recipe", "recipe");
  const inTheWay = resources.some(
    (each) =>
      each.module === "" &&
      each.name === name &&
      /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) &&
      nameOf(each) !== nameOf(recipe),
  );
  return inTheWay ? `${name}-image` : name;
}

/** Returns the image name if this project created the recipe, from the path of its Dockerfile or from its AMI tags. */
function ownName(recipe: ResourceInstance, runs: readonly AdoptedRun[]): string | undefined {
  const tagged = runs.flatMap(({ distribution }) =>
    listAt(distribution?.attributes ?? null, "distribution").flatMap(
      (target) => textAt(target, "ami_distribution_configuration", 0, "ami_tags", "golden-image") ?? [],
    ),
  );
  return textObjectOf(recipe.attributes)?.own?.name ?? tagged.find((name) => slug(name) === name);
}

/** The infrastructure configuration of most builds. It becomes the default of the environment. */
export interface SharedInfrastructure {
  readonly instance: ResourceInstance;
  readonly settings: InfrastructureSettings;
}

/** Returns the infrastructure configuration that most runs use. @param fits whether a configuration is eligible. Default: all are */
export function sharedInfrastructure(
  runs: readonly AdoptedRun[],
  fits: (settings: InfrastructureSettings) => boolean = () => true,
): SharedInfrastructure | undefined {
  const counts = new Map<ResourceInstance, number>();
  for (const { infrastructure } of runs) counts.set(infrastructure, (counts.get(infrastructure) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted
    .map(([instance]) => ({ instance, settings: infrastructureOf(instance.attributes) }))
    .find(({ settings }) => fits(settings));
}
