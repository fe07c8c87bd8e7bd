/** A bucket, or what is in a folder of it. */
export interface S3Place {
  readonly bucket: string;
  /** Without slashes around it; empty for the whole bucket. */
  readonly folder: string;
}

/** `bucket` or `bucket/folder` → its parts. A folder may also be the key of one object. */
export function s3Place(text: string): S3Place {
  const [bucket = "", ...rest] = text.split("/");
  return { bucket, folder: rest.join("/").replace(/\/+$/, "") };
}

/** What the keys of all logs start with, whether or not the prefix ends in a slash. `/` stands for no prefix. */
export function keysBelow(prefix: string): string {
  return prefix === "/" ? "" : `${prefix.replace(/\/+$/, "")}/`;
}

/** The same of a prefix that there may be none of. */
export function keysIn(prefix: string | undefined): string {
  return prefix === undefined ? "" : keysBelow(prefix);
}
