import type { Change, Plan } from "../plan/plan";
import { textAt } from "../plan/value";
import type { Links, Side } from "./links";

/** An image or a container, with the resources that make it. */
export interface Built {
  readonly name: string;
  readonly noun: "image" | "container";
  readonly recipe?: Change;
  readonly pipeline?: Change;
  readonly infrastructure?: Change;
  readonly distribution?: Change;
  /** The image that Terraform itself builds. */
  readonly image?: Change;
}

const recipeTypes = ["aws_imagebuilder_image_recipe", "aws_imagebuilder_container_recipe"] as const;

/** What a plan builds, by recipe; what goes among it. Parents come before what stands on them. */
export function builtBy(plan: Plan, links: Links): readonly Built[] {
  const current = plan.changes.filter(({ mode, deposed }) => mode === "managed" && !deposed);
  const pipelines = current.filter(({ type }) => type === "aws_imagebuilder_image_pipeline");
  const images = current.filter(({ type }) => type === "aws_imagebuilder_image");
  const built: Built[] = [];
  const told = new Set<Change>();
  for (const pipeline of pipelines) {
    const recipe = part(pipeline, links, "image_recipe_arn") ?? part(pipeline, links, "container_recipe_arn");
    const image = images.find(
      (each) =>
        recipe !== undefined &&
        (part(each, links, "image_recipe_arn") ?? part(each, links, "container_recipe_arn")) === recipe,
    );
    for (const each of [recipe, image]) if (each !== undefined) told.add(each);
    built.push({ ...partsOf(pipeline, links), recipe, pipeline, image, ...nameOf(recipe, pipeline) });
  }
  for (const image of images.filter((each) => !told.has(each))) {
    const recipe = part(image, links, "image_recipe_arn") ?? part(image, links, "container_recipe_arn");
    if (recipe !== undefined) told.add(recipe);
    built.push({ ...partsOf(image, links), recipe, image, ...nameOf(recipe, image) });
  }
  for (const recipe of current.filter(({ type }) => isRecipe(type)))
    if (!told.has(recipe)) built.push({ recipe, ...nameOf(recipe, recipe) });
  return parentsFirst(built);
}

function partsOf(change: Change, links: Links): Pick<Built, "infrastructure" | "distribution"> {
  return {
    infrastructure: part(change, links, "infrastructure_configuration_arn"),
    distribution: part(change, links, "distribution_configuration_arn"),
  };
}

/** What an attribute refers to now or, where it goes, referred to. */
function part(change: Change, links: Links, attribute: string): Change | undefined {
  return links.target(change, "after", [attribute]) ?? links.target(change, "before", [attribute]);
}

function nameOf(recipe: Change | undefined, other: Change): Pick<Built, "name" | "noun"> {
  const change = recipe ?? other;
  const name = textAt(change.after, "name") ?? textAt(change.before, "name") ?? change.name;
  const isContainer =
    change.type === "aws_imagebuilder_container_recipe" ||
    textAt(change.after, "container_recipe_arn") !== undefined ||
    textAt(change.before, "container_recipe_arn") !== undefined;
  return { name, noun: isContainer ? "container" : "image" };
}

function isRecipe(type: string): boolean {
  return (recipeTypes as readonly string[]).includes(type);
}

/** The image of the same plan that a recipe stands on, as its ARN names it: `…:image/linux-base/x.x.x`. */
export function parentName({ recipe }: Built, side: Side): string | undefined {
  if (recipe === undefined) return undefined;
  const parent = textAt(recipe[side], "parent_image") ?? "";
  return /^arn:[^:]+:imagebuilder:[^:]*:\d{12}:(?:container-)?image\/([^/]+)(\/|$)/.exec(parent)?.[1];
}

/** Image Builder writes names in lower case, with hyphens, into ARNs. */
export function arnName(name: string): string {
  return name.toLowerCase().replace(/[ _]/g, "-");
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
