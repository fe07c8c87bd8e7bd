import { checkDocument, type CheckedDocument, type CheckOptions } from "../../src/documents/check-document";
import { documentRules } from "../../src/documents/rules";
import { invalidValue } from "./api-error";

type DocumentKind = NonNullable<CheckedDocument["document"]>["kind"];

/** Rules whose errors AWS reports when a document is created. Other errors only fail later, or only in `check`. */
const refusedByAws = new Set(
  documentRules
    .filter(({ refusedBy, refusedByInDocuments = refusedBy }) => refusedByInDocuments === "AWS")
    .map(({ code }) => code),
);

/**
 * Refuses a document that the service is known to refuse.
 *
 * @throws ApiError if the document has such an error
 */
export function requireDocument(kind: DocumentKind, text: string, options: CheckOptions): void {
  const { document, problems } = checkDocument("data", text, options);
  const error = problems.find(({ severity, code }) => severity === "error" && refusedByAws.has(code));
  if (error !== undefined) throw invalidValue("data", `${error.message} (line ${error.line}, column ${error.column})`);
  if (document?.kind !== kind) throw invalidValue("data", `The document is not a ${kind} document.`);
}
