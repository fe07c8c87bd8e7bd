import type { ComponentSource } from "../factory/resolve-factory";
import { digestOfText } from "../versions/digest";
import { componentName, platformOfFolder } from "./component-names";
import type { ComponentFile } from "./load-project";

/** API field CreateComponent.description: 1 to 1024 characters. */
const MAX_DESCRIPTION = 1024;

/** A checked document as the factory takes it. */
export function componentSource({ document, file, text, checked }: ComponentFile): ComponentSource {
  const description = checked.document?.description?.trim().slice(0, MAX_DESCRIPTION);
  return {
    document,
    name: componentName(document),
    description: description === "" ? undefined : description,
    platform: platformOfFolder(document) ?? "Linux",
    file,
    sha256: digestOfText(text).slice("sha256:".length),
  };
}
