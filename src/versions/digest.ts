import { createHash } from "node:crypto";

import { canonicalJson } from "./canonical";

/** Returns the SHA-256 of the canonical JSON of a value, as `sha256:` and 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** Returns the SHA-256 of a text file, as `sha256:` and 64 hexadecimal digits. Line endings (LF or CRLF) and a BOM do not matter. */
export function digestOfText(text: string): string {
  return sha256(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
}

/** Returns the SHA-256 of a text file as 64 hexadecimal digits. Line endings (LF or CRLF) and a BOM do not matter. */
export function sha256Of(text: string): string {
  return digestOfText(text).slice("sha256:".length);
}

/** Returns the first 8 hexadecimal digits of the SHA-256 of a text, to make names unique. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}
