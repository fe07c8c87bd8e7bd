import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { nonEmptyMap } from "../../collections/non-empty";
import type { WrittenComponent } from "../../definitions/schema/components";
import { listAt, textAt, type Value } from "../../review/plan/value";
import { requiredText } from "../state/required";

export function componentsOfRecipe(recipe: Value, documents: ReadonlyMap<string, string>): WrittenComponent[] {
  return listAt(recipe, "component").map((component) => {
    const arn = requiredText(component, "component_arn");
    const parameters = parametersOf(component);
    const settings = parameters && { parameters };
    const document = documents.get(arn);
    if (document !== undefined) return settings === undefined ? document : { component: document, ...settings };
    const { owner, path = [] } = parseImageBuilderArn(arn) ?? {};
    const [name, version] = path;
    // A build version can only be named by its ARN.
    if (owner !== "aws" || name === undefined || path.length !== 2) return { arn, ...settings };
    return { aws: name, ...(version === "x.x.x" ? {} : { version }), ...settings };
  });
}

/** Returns the parameters of a component or workflow by name. Undefined if there are none. */
export function parametersOf(of: Value): Record<string, string> | undefined {
  const entries = listAt(of, "parameter").map((parameter): [string, string] => [
    requiredText(parameter, "name"),
    // A value may be empty.
    textAt(parameter, "value") ?? "",
  ]);
  return nonEmptyMap(Object.fromEntries(entries));
}
