import { maxText } from "../aws/limits";
import { documentName } from "../factory/names";
import type { Component, PublishedDocument, Workflow } from "../factory/published-document";
import type { SourceOf } from "../factory/used-documents";
import { sha256Of } from "../versions/digest";
import { platformOfFolder, workflowTypeOfFolder } from "./component-names";
import type { DocumentFile } from "./document-file";
import type { MergedDocument } from "./effective-components";

/** Converts a checked component document for the factory. */
export function componentSource(file: DocumentFile): SourceOf<Component> {
  const { document, checked } = file;
  return {
    ...sourceOf(file),
    platform: platformOfFolder(document) ?? "Linux",
    supportedOsVersions: checked.document?.kind === "component" ? checked.document.supportedOsVersions : [],
  };
}

/** Converts a checked workflow document for the factory. */
export function workflowSource(file: DocumentFile): SourceOf<Workflow> {
  return { ...sourceOf(file), type: workflowTypeOfFolder(file.document) ?? "BUILD" };
}

/** Converts a merged component document for the factory. */
export function mergedSource({ document, platform, text, supportedOsVersions, of }: MergedDocument) {
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

/** Returns the common parts. The description is cut to the maximum length of the API. */
function sourceOf({ document, file, path, text, checked }: DocumentFile): SourceOf<PublishedDocument> {
  const description = checked.document?.description?.trim().slice(0, maxText);
  return {
    document,
    id: documentName(document),
    description: description === "" ? undefined : description,
    content: { file: path ?? file },
    sha256: sha256Of(text),
  };
}
