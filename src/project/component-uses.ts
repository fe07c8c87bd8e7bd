import type { Definition } from "../definitions/read-definition";
import type { ComponentReference } from "../definitions/schema/components";
import type { ImageDefinition } from "../definitions/schema/image";
import type { ComponentDocument } from "../documents/component-document";
import { documentOf } from "../factory/resolve-recipe";
import type { YamlPath } from "../problems/yaml-source";
import type { Project } from "./load-project";

/** An image, as far as its own file is right. */
export interface ReadImage {
  readonly source: Definition<ImageDefinition>["source"];
  readonly value: ImageDefinition;
}

/** One place at which an image uses a component of the project that could be read. */
export interface ComponentUse {
  readonly image: ReadImage;
  readonly reference: ComponentReference;
  readonly index: number;
  /** Where the image names the component. */
  readonly at: YamlPath;
  /** How the image names it, e.g. `linux/update-os`. */
  readonly name: string;
  readonly document: ComponentDocument;
}

export function readImages({ images }: Project): ReadImage[] {
  return [...images.values()].flatMap(({ source, value }) => (value === undefined ? [] : [{ source, value }]));
}

/** The components of this project among those of an image, in its order. */
export function componentUses(image: ReadImage, { components }: Project): ComponentUse[] {
  return image.value.components.flatMap((reference, index) => {
    const name = documentOf(reference) ?? "";
    const document = components.get(name)?.checked.document;
    if (document?.kind !== "component") return [];
    const at = typeof reference === "string" ? ["components", index] : ["components", index, "component"];
    return [{ image, reference, index, at, name, document }];
  });
}
