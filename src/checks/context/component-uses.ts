import type { ComponentDocument } from "../../documents/component-document";
import type { ComponentReference } from "../../model/component-reference";
import { unpinnedDocumentOf } from "../../model/component-reference";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import type { Recipe } from "./recipes";

/** A use of a component of this project by an image or container. */
export interface ComponentUse {
  readonly recipe: Recipe;
  readonly reference: ComponentReference;
  readonly index: number;
  /** Path of the component's name in the definition. */
  readonly at: YamlPath;
  /** Name of the component, for example `linux/update-os`. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly document: ComponentDocument;
}

/**
 * Returns the uses of this project's components by an image or container, in its order. Uses of an older version are omitted because its
 * text is unknown.
 */
export function componentUses(recipe: Recipe, { components }: Project): ComponentUse[] {
  return recipe.definition.components.flatMap((reference, index) => {
    const name = unpinnedDocumentOf(reference);
    const component = name === undefined ? undefined : components.get(name);
    const document = component?.checked.document;
    if (name === undefined || component === undefined || document?.kind !== "component") return [];
    const { file, text } = component;
    return [{ recipe, reference, index, at: ["components", index, "component"], name, file, text, document }];
  });
}
