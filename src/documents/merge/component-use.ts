import type { ComponentDocument, Platform } from "../component-document";

/** One component of an image, as the image asks for it. */
export type ComponentUse = DocumentUse | ForeignUse;

/** A document of this project, checked and without errors. */
export interface DocumentUse {
  /** Path below components/ without its ending, e.g. `linux/update-os`. */
  readonly document: string;
  readonly platform: Platform;
  /** The values that the image gives, by the names that the document declares. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly parsed: ComponentDocument;
}

/** A component whose document is not at hand. */
export interface ForeignUse {
  readonly parameters: Readonly<Record<string, string>>;
}

export function isDocumentUse(use: ComponentUse): use is DocumentUse {
  return "document" in use;
}
