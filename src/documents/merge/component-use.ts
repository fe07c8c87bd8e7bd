import type { ComponentDocument, Platform } from "../component-document";

/** One component of an image, as the image asks for it. */
export type ComponentUse = DocumentUse | ForeignUse;

/** A document of this project, checked. */
export interface DocumentUse {
  /** Path below components/ without its ending, e.g. `linux/update-os`. */
  readonly document: string;
  readonly platform: Platform;
  /** The values that the image gives, by the names that the document declares. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly parsed: ComponentDocument;
  /** Whether it has errors: where somebody has silenced them, it is passed on as it is written, and nothing can be made of it. Default: false. */
  readonly broken?: boolean;
}

/** A component whose document is not at hand. */
export interface ForeignUse {
  readonly parameters: Readonly<Record<string, string>>;
}

export function isDocumentUse(use: ComponentUse): use is DocumentUse {
  return "document" in use;
}
