import { documentName } from "../factory/names";
import type { WorkflowSource } from "../factory/used-documents";
import { sha256Of } from "../versions/digest";
import { workflowTypeOfFolder } from "./component-names";
import { descriptionOf } from "./component-source";
import type { DocumentFile } from "./document-file";

/** Converts a checked workflow document for the factory. */
export function workflowSource({ document, file, text, checked }: DocumentFile): WorkflowSource {
  return {
    document,
    id: documentName(document),
    type: workflowTypeOfFolder(document) ?? "BUILD",
    description: descriptionOf(checked),
    file,
    sha256: sha256Of(text),
  };
}
