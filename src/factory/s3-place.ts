/** A bucket, or a folder in a bucket. */
export interface S3Place {
  readonly bucket: string;
  /** Folder without leading or trailing slash; empty for the whole bucket. */
  readonly folder: string;
}

/** Splits `bucket` or `bucket/folder` into its parts. The folder can also be the key of a single object. */
export function s3Place(text: string): S3Place {
  const [bucket = "", ...rest] = text.split("/");
  return { bucket, folder: rest.join("/").replace(/\/+$/, "") };
}

/** Returns a prefix of keys with a trailing slash. `/` means no prefix. */
export function keysBelow(prefix: string): string {
  return prefix === "/" ? "" : `${prefix.replace(/\/+$/, "")}/`;
}

/** Returns an optional prefix of keys with a trailing slash; empty if there is none. */
export function keysIn(prefix: string | undefined): string {
  return prefix === undefined ? "" : keysBelow(prefix);
}
