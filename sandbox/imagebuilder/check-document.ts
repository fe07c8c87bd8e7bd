import { checkDocument, type CheckedDocument, type CheckOptions } from "../../src/documents/check-document";
import { documentRules } from "../../src/documents/rules";
import { invalidValue } from "./api-error";

type DocumentKind = NonNullable<CheckedDocument["document"]>["kind"];

/** What `check` knows to fail later, or refuses itself, AWS takes. */
const refusedByAws = new Set(
  documentRules
    .filter(({ refusedBy, refusedByInDocuments = refusedBy }) => refusedByInDocuments === "AWS")
    .map(({ code }) => code),
);

/** Refuses a document of which the project knows that the service refuses it. @throws ApiError */
export function requireDocument(kind: DocumentKind, text: string, options: CheckOptions): void {
  const { document, problems } = checkDocument("data", text, options);
  const error = problems.find(({ severity, code }) => severity === "error" && refusedByAws.has(code));
  if (error !== undefined) throw invalidValue("data", `${error.message} (line ${error.line}, column ${error.column})`);
  if (document?.kind !== kind) throw invalidValue("data", `The document is not a ${kind} document.`);
}
