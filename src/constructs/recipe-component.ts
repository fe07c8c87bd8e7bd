import type { Place } from "../aws/place";
import { nonEmpty } from "../collections/non-empty";
import type { RecipeComponent } from "../model/component-reference";
import { arnOf } from "../model/reference";
import { literal } from "./terraform-literal";

/** The ARN of a component of this project under a version, by the path of its document. */
export type ComponentArn = (document: string, version: string) => string;

/** The components of an image or container recipe, in their order, each with its parameters. */
export function recipeComponents(components: readonly RecipeComponent[], componentArn: ComponentArn, place: Place) {
  return components.map((component) => ({
    componentArn:
      component.from === "project"
        ? componentArn(component.document, component.version)
        : literal(arnOf(component, place)),
    parameter: parameterBlocks(component.parameters),
  }));
}

/** Values for what a component or a workflow declares; undefined where there are none, for the API refuses an empty list. */
export function parameterBlocks(parameters: Readonly<Record<string, string>>) {
  return nonEmpty(Object.entries(parameters).map(([name, value]) => ({ name: literal(name), value: literal(value) })));
}
