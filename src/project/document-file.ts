import type { CheckDocument, CheckedDocument } from "../documents/check-document";
import { platformOfFolder, workflowTypeOfFolder } from "./component-names";
import type { TextFile } from "./project-files";
import type { ShippedComponent } from "./shipped-components";

/** A file of a component or workflow document, checked by itself. */
export interface DocumentFile extends TextFile {
  /** Path below components/ or workflows/ without its ending: how definitions name it. */
  readonly document: string;
  readonly checked: CheckedDocument;
  /** Where it lies, absolute, where that is in no project: a document that comes with this package, whose `file` is its name. */
  readonly path?: string;
}

export function componentFile({ file, text, fault }: TextFile, check: CheckDocument): DocumentFile {
  const document = documentIn("components", file);
  const platform = platformOfFolder(document);
  return { file, text, document, checked: fault ? { problems: [fault] } : check(file, text, { platform }) };
}

/** A component that comes with this package. */
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
