import { own } from "../collections/own";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { documentName } from "../factory/names";
import type { DocumentKind } from "../factory/published-document";
import { required } from "../model/required";
import type { Range } from "../problems/problem";
import { digestOf, digestOfText } from "../versions/digest";
import { EVERYWHERE, type Ledger } from "../versions/ledger";
import type { DocumentFile } from "./document-file";
import type { MergedDocument } from "./effective-components";
import { overriddenIn } from "./overridden";

/** Returns the version of a document in an environment. */
export type DocumentVersion = (document: string, environment: string) => string;

/** A document that gets a version in the lock. */
export interface LockedDocument {
  readonly document: string;
  readonly text: string;
  /** Version line (major.minor) in the document, if it has one. */
  readonly line?: string;
  readonly why: string;
  readonly at?: Range & { readonly file: string };
}

export function changedFile({ document, file, text, checked: { document: parsed } }: DocumentFile): LockedDocument {
  const line = parsed?.line;
  const at = line && { file, start: line.position, end: line.position };
  return { document, text, line: line?.text, why: `${file} changed`, at };
}

export function changedMerge({ document, text, of }: MergedDocument): LockedDocument {
  return { document, text, why: `follows ${[...new Set(of)].join(", ")}` };
}

/** Assigns versions to documents. */
export function lockDocuments(
  kind: DocumentKind,
  documents: readonly LockedDocument[],
  environments: ReadonlyMap<string, EnvironmentDefinition>,
  ledger: Ledger,
): DocumentVersion {
  const versions = new Map(
    documents.map((document) => [document.document, lockDocument(kind, document, environments, ledger)]),
  );
  return (document, environment) => {
    const given = versions.get(document);
    return required(given?.get(environment) ?? given?.get(EVERYWHERE), `the ${kind} "${document}"`);
  };
}

/**
 * Assigns versions to a document. A document is equal in all environments and needs one digest, unless an environment has settings of its own for
 * it, or its versions differ because it was adopted from environments with different versions.
 */
function lockDocument(
  kind: DocumentKind,
  { document, text, line, why, at }: LockedDocument,
  environments: ReadonlyMap<string, EnvironmentDefinition>,
  ledger: Ledger,
): ReadonlyMap<string, string> {
  const special = new Map(
    [...environments].map(([environment, definition]) => [environment, specialIn(kind, document, definition)]),
  );
  const isApart =
    [...special.values()].some((each) => each !== undefined) ||
    typeof ledger.currentOf(kind, document) === "object" ||
    ledger.adoptionsOf(kind, document).some(({ environment }) => environment !== undefined);
  const digest = digestOfText(text);
  return ledger.assign({
    kind,
    name: document,
    line,
    digests: isApart
      ? Object.fromEntries(
          [...special].map(([environment, each]) => [
            environment,
            each === undefined ? digest : digestOf({ text: digest, ...each }),
          ]),
        )
      : { [EVERYWHERE]: digest },
    why: () => why,
    at,
  });
}

/** Returns the settings of a document in an environment that AWS cannot change in place. Undefined if there are none. */
function specialIn(kind: DocumentKind, document: string, environment: EnvironmentDefinition) {
  const { description, changeDescription, kmsKey } = own(environment[`${kind}s`], document) ?? {};
  const overridden = overriddenIn(kind, documentName(document), environment);
  const said = { description, changeDescription, kmsKey, overridden };
  return Object.values(said).every((each) => each === undefined) ? undefined : said;
}
