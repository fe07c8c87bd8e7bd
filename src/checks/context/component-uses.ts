import type { ComponentDocument } from "../../documents/component-document";
import type { ComponentReference } from "../../model/component-reference";
import { unpinnedDocumentOf } from "../../model/component-reference";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import type { Recipe } from "./recipes";

/** One place at which an image or container uses a component of the project that could be read. */
export interface ComponentUse {
  readonly recipe: Recipe;
  readonly reference: ComponentReference;
  readonly index: number;
  /** Where the definition names the component. */
  readonly at: YamlPath;
  /** How it names it, e.g. `linux/update-os`. */
  readonly name: string;
  readonly document: ComponentDocument;
}

/** The components of this project among those of an image or container, in its order; without those of an older version, whose text is not known. */
export function componentUses(recipe: Recipe, { components }: Project): ComponentUse[] {
  return recipe.definition.components.flatMap((reference, index) => {
    const name = unpinnedDocumentOf(reference) ?? "";
    const document = components.get(name)?.checked.document;
    if (document?.kind !== "component") return [];
    return [{ recipe, reference, index, at: ["components", index, "component"], name, document }];
  });
}
