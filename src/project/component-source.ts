import type { CheckedDocument } from "../documents/check-document";
import { documentName } from "../factory/names";
import type { ComponentSource } from "../factory/resolve-factory";
import { digestOfText } from "../versions/digest";
import { platformOfFolder } from "./component-names";
import type { MergedDocument } from "./effective-components";
import type { ComponentFile } from "./load-project";

/** API fields CreateComponent.description and CreateWorkflow.description: 1 to 1024 characters. */
const MAX_DESCRIPTION = 1024;

/** A checked document as the factory takes it. */
export function componentSource({ document, file, path, text, checked }: ComponentFile): ComponentSource {
  return {
    document,
    id: documentName(document),
    description: descriptionOf(checked),
    platform: platformOfFolder(document) ?? "Linux",
    supportedOsVersions: checked.document?.kind === "component" ? checked.document.supportedOsVersions : [],
    content: { file: path ?? file },
    sha256: digestOfText(text).slice("sha256:".length),
  };
}

/** A merged document as the factory takes it. */
export function mergedSource({ document, platform, text, supportedOsVersions, of }: MergedDocument): ComponentSource {
  return {
    document,
    id: documentName(document),
    description: `Made of ${of.join(", ")}`.slice(0, MAX_DESCRIPTION),
    platform,
    supportedOsVersions,
    content: { text },
    sha256: digestOfText(text).slice("sha256:".length),
  };
}

/** The description that a document gives of itself, as the API takes it. */
export function descriptionOf({ document }: CheckedDocument): string | undefined {
  const description = document?.description?.trim().slice(0, MAX_DESCRIPTION);
  return description === "" ? undefined : description;
}
