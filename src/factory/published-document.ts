import type { Platform } from "../aws/platform";
import type { DocumentContent } from "../model/document-content";
import type { Tags } from "./tags";

export type DocumentKind = "component" | "workflow";

/** A component or workflow that is published from a document of this project. */
export interface PublishedDocument {
  /** Path below components/ or workflows/ without extension, e.g. `linux/update-os`. */
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
  readonly content: DocumentContent;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
}

export interface Component extends PublishedDocument {
  readonly platform: Platform;
  /** Image Builder compares each as a prefix with the OS of the parent. Empty: any OS. */
  readonly supportedOsVersions: readonly string[];
  /** True if replaced versions stay in AWS. */
  readonly retain: boolean;
}

export interface Workflow extends PublishedDocument {
  readonly type: "BUILD" | "TEST" | "DISTRIBUTION";
}
