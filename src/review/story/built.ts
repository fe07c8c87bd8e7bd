import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { arnName } from "../../aws/resource-name";
import type { RecipeKind } from "../../model/recipe";
import type { Change, Plan } from "../plan/plan";
import { textAt } from "../plan/value";
import type { Links, Side } from "./links";

/** A pipeline, or the image that Terraform itself builds, with where it is built and where it goes. */
export interface Run {
  readonly change: Change;
  readonly infrastructure?: Change;
  readonly distribution?: Change;
}

/** An image or a container, with the resources that make it. */
export interface Built {
  readonly name: string;
  readonly kind: RecipeKind;
  readonly recipe?: Change;
  /** That at the address of the recipe first. */
  readonly pipelines: readonly Run[];
  /** The image that Terraform itself builds. */
  readonly image?: Run;
}

const recipeTypes = ["aws_imagebuilder_image_recipe", "aws_imagebuilder_container_recipe"] as const;

/** What a plan builds, by recipe; what goes among it. Parents come before what stands on them. */
export function builtBy(plan: Plan, links: Links): readonly Built[] {
  const current = plan.changes.filter(({ mode, deposed }) => mode === "managed" && !deposed);
  /** Without a recipe that the plan holds, each is of its own. */
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

/** As the plan lists pipelines, then images without one, then recipes that nothing builds. */
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

/** All that builds it: pipelines, and Terraform. */
export function runsOf({ pipelines, image }: Built): readonly Run[] {
  return image === undefined ? pipelines : [...pipelines, image];
}

/** Where it goes, each configuration once. */
export function distributionsOf(built: Built): readonly Change[] {
  return [...new Set(runsOf(built).flatMap(({ distribution }) => distribution ?? []))];
}

/** Where it is built, each configuration once. */
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

/** What an attribute refers to now or, where it goes, referred to. */
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

/** The image of the same plan that a recipe stands on, as its ARN names it: `…:image/linux-base/x.x.x`. */
export function parentName({ recipe }: Built, side: Side): string | undefined {
  if (recipe === undefined) return undefined;
  const { owner = "", type = "", path } = parseImageBuilderArn(textAt(recipe[side], "parent_image") ?? "") ?? {};
  return /^\d{12}$/.test(owner) && /^(container-)?image$/.test(type) ? path?.[0] : undefined;
}

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
