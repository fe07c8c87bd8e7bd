import { booleanAt, listAt, textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { Note } from "./draft";
import type { AdoptedRecipe } from "./recipes";

/** Returns a note for each resource that this project does not create, so that it stays unmanaged and definitions refer to it. */
export function whatStays(resources: readonly ResourceInstance[]): Note[] {
  return resources.flatMap(({ address, type, attributes }) => {
    const says = reasons[type]?.(textAt(attributes, "arn") ?? textAt(attributes, "id") ?? address);
    return says === undefined ? [] : [{ about: address, says }];
  });
}

const ofGroup = "this project creates a group with each rule as a separate resource";

const reasons: Readonly<Record<string, (id: string) => string | undefined>> = {
  aws_cloudwatch_log_group: (arn) =>
    arn.includes(":/aws/imagebuilder/")
      ? "this project creates the log groups of all recipes and pipelines or none"
      : undefined,
  aws_kms_alias: () => "the key of it stays as well",
  aws_kms_key: (arn) => `this project creates no key but its own; definitions name this one, ${arn}`,
  aws_security_group: (arn) => `${ofGroup}; definitions name this one, ${arn.split("/").at(-1) ?? arn}`,
  aws_security_group_rule: () => ofGroup,
};

/**
 * Checks whether older versions of components have to be retained: the old code retains them, or a recipe that is not taken over uses one. AWS
 * does not delete a component that a recipe uses.
 */
export function retainsComponents(
  open: readonly ResourceInstance[],
  all: readonly ResourceInstance[],
  recipes: readonly AdoptedRecipe[],
): boolean {
  const components = open.filter(({ type }) => type === "aws_imagebuilder_component");
  const taken = new Set(recipes.map(({ recipe }) => recipe));
  const held = new Set(
    all
      .filter((each) => /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) && !taken.has(each))
      .flatMap(({ attributes }) => listAt(attributes, "component").map((use) => textAt(use, "component_arn"))),
  );
  return components.some(
    ({ attributes }) => booleanAt(attributes, "skip_destroy") === true || held.has(textAt(attributes, "arn")),
  );
}
