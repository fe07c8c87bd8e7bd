import type { Place } from "../aws/place";
import { nonEmpty } from "../collections/non-empty";
import type { RecipeComponent } from "../model/component-reference";
import { arnOf } from "../model/reference";
import { literal } from "./terraform-literal";

/** Returns the ARN of a component of this project by the path of its document and its version. */
export type ComponentArn = (document: string, version: string) => string;

/** Returns the component blocks of an image or container recipe, in order and with parameters. */
export function recipeComponents(components: readonly RecipeComponent[], componentArn: ComponentArn, place: Place) {
  return components.map((component) => ({
    componentArn:
      component.from === "project"
        ? componentArn(component.document, component.version)
        : literal(arnOf(component, place)),
    parameter: parameterBlocks(component.parameters),
  }));
}

/** Returns the parameter blocks of a component or workflow. Undefined if there are none, because the API refuses an empty list. */
export function parameterBlocks(parameters: Readonly<Record<string, string>>) {
  return nonEmpty(Object.entries(parameters).map(([name, value]) => ({ name: literal(name), value: literal(value) })));
}
