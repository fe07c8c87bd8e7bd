import type { Tags } from "./tags";

/** A document of this project as an immutable component. */
export interface Component {
  /** Path below components/ without its ending, e.g. `linux/update-os`. */
  readonly document: string;
  /** Address in Terraform and place in S3, e.g. `linux-update-os`. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly changeDescription?: string;
  /** ARN of a key. */
  readonly kmsKey?: string;
  readonly tags: Tags;
  readonly platform: "Linux" | "Windows" | "macOS";
  /** As the service matches them against the parent's OS, by prefix; none: any. */
  readonly supportedOsVersions: readonly string[];
  readonly content: DocumentContent;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
  /** Whether a replaced version stays in AWS. */
  readonly retain: boolean;
}

/** A file, by its path relative to the project folder or, where it comes with this package, absolute; or the text of a document that was made at synthesis. */
export type DocumentContent = { readonly file: string } | { readonly text: string };

/** A document of this project as an immutable workflow. */
export interface Workflow {
  /** Path below workflows/ without its ending, e.g. `build/image`. */
  readonly document: string;
  /** Address in Terraform and place in S3, e.g. `build-image`. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly version: string;
  readonly type: "BUILD" | "TEST" | "DISTRIBUTION";
  readonly description?: string;
  readonly changeDescription?: string;
  /** ARN of a key. */
  readonly kmsKey?: string;
  readonly tags: Tags;
  /** Path of the document, relative to the project folder. */
  readonly file: string;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
}
