import type { Platform } from "../aws/platform";
import type { Tags } from "./tags";

/** A component that is published from a document of this project. */
export interface Component {
  /** Path below components/ without extension, e.g. `linux/update-os`. */
  readonly document: string;
  /** Name in Terraform and in S3 keys, e.g. `linux-update-os`. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly changeDescription?: string;
  /** ARN of a key. */
  readonly kmsKey?: string;
  readonly tags: Tags;
  readonly platform: Platform;
  /** Image Builder compares each as a prefix with the OS of the parent. Empty: any OS. */
  readonly supportedOsVersions: readonly string[];
  readonly content: DocumentContent;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
  /** True if replaced versions stay in AWS. */
  readonly retain: boolean;
}

/** A file (path relative to the project folder, or absolute for documents of this package), or a text that was generated at synthesis. */
export type DocumentContent = { readonly file: string } | { readonly text: string };

/** A workflow that is published from a document of this project. */
export interface Workflow {
  /** Path below workflows/ without extension, e.g. `build/image`. */
  readonly document: string;
  /** Name in Terraform and in S3 keys, e.g. `build-image`. */
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
