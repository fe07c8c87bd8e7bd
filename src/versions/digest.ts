import { createHash } from "node:crypto";

import { canonicalJson } from "./canonical";

/** SHA-256 of the value's canonical JSON, as `sha256:` and 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** SHA-256 of a text file, as `sha256:` and 64 hexadecimal digits; the same for LF and CRLF, with and without a BOM. */
export function digestOfText(text: string): string {
  return sha256(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
}

/** The same in hexadecimal alone. */
export function sha256Of(text: string): string {
  return digestOfText(text).slice("sha256:".length);
}

/** The start of the SHA-256 of a text, which tells names apart that would be equal without it: 8 hexadecimal digits. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}
