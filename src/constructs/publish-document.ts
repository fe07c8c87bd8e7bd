import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

import { maxInlineDocument } from "../aws/limits";
import type { DocumentContent } from "../model/document-content";
import type { DocumentBucket } from "./document-bucket";
import { createDocumentFile } from "./document-file";
import { literal } from "./terraform-literal";

export interface PublishedDocumentProps {
  /** Address in Terraform, unique among all kinds of documents. */
  readonly address: string;
  /** Key of the S3 object without prefix. Contains the SHA-256 of the content, so that a changed document has a new URI. */
  readonly key: string;
  readonly content: DocumentContent;
  readonly sha256: string;
  readonly contentType: string;
  /** Absolute path of the project folder. Files are copied beside the generated JSON. */
  readonly root: string;
  readonly bucket: DocumentBucket;
}

/** The place of a document for Image Builder: a URI in S3, or inline data. */
type DocumentPlace =
  { readonly uri: string; readonly data?: undefined } | { readonly data: string; readonly uri?: undefined };

/** Publishes a document: inline if the environment sets that and the API allows it, otherwise as an S3 object. */
export function publishDocument(scope: Construct, props: PublishedDocumentProps): DocumentPlace {
  return props.bucket.inline && fitsInline(props)
    ? { data: inlineText(scope, props) }
    : { uri: createDocumentObject(scope, props) };
}

/** Checks whether a document can be inline: its size in bytes, and Unicode normal form C, because Terraform normalizes texts. */
function fitsInline({ content, root }: PublishedDocumentProps): boolean {
  const text = "text" in content ? content.text : readFileSync(resolve(root, content.file), "utf8");
  return Buffer.byteLength(text) <= maxInlineDocument && text === text.normalize("NFC");
}

/** Returns the inline text. Terraform reads a file with `file()`, which does not evaluate templates in it. */
function inlineText(scope: Construct, props: PublishedDocumentProps): string {
  const { content } = props;
  return "text" in content ? literal(content.text) : Fn.file(assetPath(scope, content, props));
}

/** Creates the S3 object of a document. Returns its URI, built from the object's attributes so that Terraform knows the order. */
function createDocumentObject(scope: Construct, props: PublishedDocumentProps): string {
  const { bucket } = props;
  const object = new S3Object(scope, "object", {
    bucket: bucket.bucketName,
    key: literal(`${bucket.keyPrefix}${props.key}`),
    ...contentOf(scope, props),
    contentType: props.contentType,
    // An S3 object allows only 10 tags and fewer characters than other resources, and an environment can have more tags.
    overrideProvider: { defaultTags: { tags: {} } },
    // The old component, workflow or recipe refers to the old object until it is destroyed.
    lifecycle: { createBeforeDestroy: true },
    dependsOn: bucket.settings,
  });
  object.overrideLogicalId(props.address);
  return `s3://${object.bucket}/${object.key}`;
}

/** Returns the content of the object. Terraform does not evaluate templates in files, but generated text has to be escaped. */
function contentOf(scope: Construct, props: PublishedDocumentProps): { source: string } | { content: string } {
  const { content } = props;
  return "text" in content ? { content: literal(content.text) } : { source: assetPath(scope, content, props) };
}

function assetPath(
  scope: Construct,
  { file }: { readonly file: string },
  { root, sha256 }: PublishedDocumentProps,
): string {
  const path = resolve(root, file);
  return literal(createDocumentFile(scope, { path, sha256 }));
}
