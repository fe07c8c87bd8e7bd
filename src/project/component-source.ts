import { maxText } from "../aws/limits";
import type { CheckedDocument } from "../documents/check-document";
import { documentName } from "../factory/names";
import type { ComponentSource } from "../factory/used-documents";
import { sha256Of } from "../versions/digest";
import { platformOfFolder } from "./component-names";
import type { DocumentFile } from "./document-file";
import type { MergedDocument } from "./effective-components";

/** Converts a checked component document for the factory. */
export function componentSource({ document, file, path, text, checked }: DocumentFile): ComponentSource {
  return {
    document,
    id: documentName(document),
    description: descriptionOf(checked),
    platform: platformOfFolder(document) ?? "Linux",
    supportedOsVersions: checked.document?.kind === "component" ? checked.document.supportedOsVersions : [],
    content: { file: path ?? file },
    sha256: sha256Of(text),
  };
}

/** Converts a merged component document for the factory. */
export function mergedSource({ document, platform, text, supportedOsVersions, of }: MergedDocument): ComponentSource {
  return {
    document,
    id: documentName(document),
    description: `Made of ${of.join(", ")}`.slice(0, maxText),
    platform,
    supportedOsVersions,
    content: { text },
    sha256: sha256Of(text),
  };
}

/** Returns the description in a document, cut to the maximum length of the API. Undefined if it is missing or empty. */
export function descriptionOf({ document }: CheckedDocument): string | undefined {
  const description = document?.description?.trim().slice(0, maxText);
  return description === "" ? undefined : description;
}
