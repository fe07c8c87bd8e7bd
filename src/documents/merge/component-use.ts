import type { Platform } from "../../aws/platform";
import type { ComponentDocument } from "../component-document";

/** A component of an image, with the parameters that the image sets. */
export type ComponentUse = DocumentUse | ForeignUse;

/** The use of a checked component document of this project. */
export interface DocumentUse {
  /** Path below components/ without the file extension, e.g. `linux/update-os`. */
  readonly document: string;
  readonly text: string;
  readonly platform: Platform;
  /** Parameter values from the image, by declared parameter name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly parsed: ComponentDocument;
  /** Whether the document has silenced errors. It is then used as written and cannot be merged. Default: false. */
  readonly broken?: boolean;
}

/** The use of a component whose document is not in this project. */
export interface ForeignUse {
  readonly parameters: Readonly<Record<string, string>>;
}

export function isDocumentUse(use: ComponentUse): use is DocumentUse {
  return "document" in use;
}
