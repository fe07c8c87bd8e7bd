import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { arnName } from "../../aws/resource-name";
import type { RecipeKind } from "../../model/recipe";
import type { Change, Plan } from "../plan/plan";
import { textAt } from "../plan/value";
import type { Links, Side } from "./links";

/** A pipeline, or an image that Terraform itself builds, with its infrastructure and distribution configurations. */
export interface Run {
  readonly change: Change;
  readonly infrastructure?: Change;
  readonly distribution?: Change;
}

/** An image or container with the resources that build it. */
export interface Built {
  readonly name: string;
  readonly kind: RecipeKind;
  readonly recipe?: Change;
  /** Pipelines; the one with the same resource name as the recipe comes first. */
  readonly pipelines: readonly Run[];
  /** Image that Terraform itself builds. */
  readonly image?: Run;
}

const recipeTypes = ["aws_imagebuilder_image_recipe", "aws_imagebuilder_container_recipe"] as const;

/** Returns the images and containers of a plan, including removed ones. Parents come before the images that are based on them. */
export function builtBy(plan: Plan, links: Links): readonly Built[] {
  const current = plan.changes.filter(({ mode, deposed }) => mode === "managed" && !deposed);
  /** Pipelines and images by recipe; one whose recipe is not in the plan is a separate entry. */
  const byRecipe = new Map<Change, { readonly recipe?: Change; readonly pipelines: Run[]; readonly images: Run[] }>();
  for (const change of current.filter(({ type }) => isRun(type) || isRecipe(type))) {
    const recipe = isRecipe(change.type) ? change : recipeOf(change, links);
    const known = byRecipe.get(recipe ?? change) ?? { recipe, pipelines: [], images: [] };
    byRecipe.set(recipe ?? change, known);
    const run = { change, ...partsOf(change, links) };
    if (change.type === "aws_imagebuilder_image_pipeline") known.pipelines.push(run);
    else if (change.type === "aws_imagebuilder_image") known.images.push(run);
  }
  const built = [...byRecipe].map(([key, { recipe, pipelines, images }]): Built => {
    const isOwn = ({ change }: Run): number => (change.name === recipe?.name ? 0 : 1);
    const sorted = [...pipelines].sort((a, b) => isOwn(a) - isOwn(b));
    return { recipe, pipelines: sorted, image: images[0], ...nameOf(recipe, key) };
  });
  return parentsFirst(inOrderOfRuns(built, current));
}

/** Sorts by the order of the pipelines in the plan, then images without a pipeline, then recipes that nothing builds. */
function inOrderOfRuns(built: readonly Built[], changes: readonly Change[]): readonly Built[] {
  const place = ({ pipelines, image, recipe }: Built): number => {
    const first = pipelines.map(({ change }) => changes.indexOf(change)).sort((a, b) => a - b)[0];
    if (first !== undefined) return first;
    const rank = image === undefined ? 2 : 1;
    const change = image?.change ?? recipe;
    return rank * changes.length + (change === undefined ? 0 : changes.indexOf(change));
  };
  return [...built].sort((a, b) => place(a) - place(b));
}

/** Returns the pipelines of an image or container and the image that Terraform itself builds. */
export function runsOf({ pipelines, image }: Built): readonly Run[] {
  return image === undefined ? pipelines : [...pipelines, image];
}

/** Returns the distribution configurations of an image or container, without duplicates. */
export function distributionsOf(built: Built): readonly Change[] {
  return [...new Set(runsOf(built).flatMap(({ distribution }) => distribution ?? []))];
}

/** Returns the infrastructure configurations of an image or container, without duplicates. */
export function infrastructuresOf(built: Built): readonly Change[] {
  return [...new Set(runsOf(built).flatMap(({ infrastructure }) => infrastructure ?? []))];
}

function isRun(type: string): boolean {
  return type === "aws_imagebuilder_image_pipeline" || type === "aws_imagebuilder_image";
}

function recipeOf(change: Change, links: Links): Change | undefined {
  return part(change, links, "image_recipe_arn") ?? part(change, links, "container_recipe_arn");
}

function partsOf(change: Change, links: Links): Pick<Run, "infrastructure" | "distribution"> {
  return {
    infrastructure: part(change, links, "infrastructure_configuration_arn"),
    distribution: part(change, links, "distribution_configuration_arn"),
  };
}

/** Returns the resource that an attribute refers to after the change or, if none, before it. */
function part(change: Change, links: Links, attribute: string): Change | undefined {
  return links.target(change, "after", [attribute]) ?? links.target(change, "before", [attribute]);
}

function nameOf(recipe: Change | undefined, other: Change): Pick<Built, "name" | "kind"> {
  const change = recipe ?? other;
  const name = textAt(change.after, "name") ?? textAt(change.before, "name") ?? change.name;
  const isContainer =
    change.type === "aws_imagebuilder_container_recipe" ||
    textAt(change.after, "container_recipe_arn") !== undefined ||
    textAt(change.before, "container_recipe_arn") !== undefined;
  return { name, kind: isContainer ? "container" : "image" };
}

function isRecipe(type: string): boolean {
  return (recipeTypes as readonly string[]).includes(type);
}

/**
 * Returns the name of the parent image in a recipe's ARN (`…:image/linux-base/x.x.x`); undefined if the parent is not an image of an
 * account.
 */
export function parentName({ recipe }: Built, side: Side): string | undefined {
  if (recipe === undefined) return undefined;
  const { owner = "", type = "", path } = parseImageBuilderArn(textAt(recipe[side], "parent_image")) ?? {};
  return /^\d{12}$/.test(owner) && /^(container-)?image$/.test(type) ? path?.[0] : undefined;
}

/** Returns the parent of an image or container if the same plan builds it. */
export function parentOf(built: Built, all: readonly Built[]): Built | undefined {
  const name = parentName(built, "after") ?? parentName(built, "before");
  return name === undefined ? undefined : all.find((each) => each !== built && arnName(each.name) === name);
}

function parentsFirst(all: readonly Built[]): readonly Built[] {
  const ordered = new Set<Built>();
  const visit = (built: Built, path: readonly Built[]): void => {
    const parent = parentOf(built, all);
    if (parent !== undefined && !ordered.has(parent) && !path.includes(parent)) visit(parent, [...path, built]);
    ordered.add(built);
  };
  for (const built of all) visit(built, []);
  return [...ordered];
}
