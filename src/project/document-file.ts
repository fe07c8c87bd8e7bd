import type { CheckDocument, CheckedDocument } from "../documents/check-document";
import { platformOfFolder, workflowTypeOfFolder } from "./component-names";
import type { TextFile } from "./project-files";
import type { ShippedComponent } from "./shipped-components";

/** A component or workflow document with the result of its own check. */
export interface DocumentFile extends TextFile {
  /** Name of the document in definitions: the path below components/ or workflows/ without extension. */
  readonly document: string;
  readonly checked: CheckedDocument;
  /** Absolute path of a document of this package, whose `file` is only its name. Undefined for documents of the project. */
  readonly path?: string;
}

export function componentFile({ file, text, fault }: TextFile, check: CheckDocument): DocumentFile {
  const document = documentIn("components", file);
  const platform = platformOfFolder(document);
  return { file, text, document, checked: fault ? { problems: [fault] } : check(file, text, { platform }) };
}

/** Checks a component document of this package. */
export function shippedFile(
  { document, path, text }: ShippedComponent & { readonly text: string },
  check: CheckDocument,
): DocumentFile {
  const checked = check(document, text, { platform: platformOfFolder(document) });
  return { file: document, text, document, checked, path };
}

export function workflowFile({ file, text, fault }: TextFile, check: CheckDocument): DocumentFile {
  const document = documentIn("workflows", file);
  const workflowType = workflowTypeOfFolder(document);
  return { file, text, document, checked: fault ? { problems: [fault] } : check(file, text, { workflowType }) };
}

function documentIn(folder: string, file: string): string {
  return file.slice(folder.length + 1).replace(/\.ya?ml$/, "");
}
