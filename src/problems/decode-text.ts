import { fileStart, type Problem } from "./problem";
import { problemOf, type Rule } from "./rule";

export interface DecodedText {
  /** Text of the file; empty if there is a fault. */
  readonly text: string;
  /** The problem because of which the file cannot be read. */
  readonly fault?: Problem;
}

const path = "images/base.yaml";

const textEncoding: Rule = {
  code: "text-encoding",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A file is not UTF-8. The checked text would differ from the deployed text.",
  source: "YAML 1.2.2, 5.2: UTF-8, UTF-16 or UTF-32; Image Builder and Terraform accept only UTF-8",
  fail: [{ [path]: `▸${"description: Base\n".replace(/[^]/g, "$&\0")}` }],
  pass: [],
};

export const sizeLimit: Rule = {
  code: "size-limit",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A file is larger than 1 MB, or a folder contains more than 10,000 files. Both are far beyond what AWS accepts.",
  source: "quotas of Image Builder: 64 KB a document, 1,000 recipes an account and region",
  fail: [{ [path]: `▸description: ${"x".repeat(1_048_576)}\n` }],
  pass: [],
};

/** Maximum number of files in one folder of the project. */
export const maxFiles = 10_000;

export const fileRules: readonly Rule[] = [textEncoding, sizeLimit];

/** Maximum size of a file in bytes. Files that people write are smaller. */
const maxFileBytes = 1_048_576;

/** Returns the problem of a file that is too large, or undefined. The file need not be read for this. */
export function sizeFault(file: string, bytes: number, maxBytes = maxFileBytes): Problem | undefined {
  if (bytes <= maxBytes) return undefined;
  const message = `the file has ${bytes} bytes, allowed: up to ${maxBytes}`;
  return problemOf(sizeLimit, file, fileStart, message, "split it, or remove what nothing needs");
}

/**
 * Decodes a UTF-8 file, with or without a byte order mark.
 *
 * @param file path of the file as problems show it
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const encoding = markedEncoding(bytes);
  if (encoding !== undefined) {
    return faultAt(file, "", `the file is ${encoding}, expected UTF-8`, "save it as UTF-8");
  }
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const valid = validPrefix(bytes);
    const offset = Buffer.byteLength(valid);
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0").toUpperCase();
    const message = `the byte 0x${byte} at offset ${offset} is not UTF-8`;
    return faultAt(file, valid, message, "save the file as UTF-8");
  }
}

const strictly = { fatal: true, ignoreBOM: true };
const strict = new TextDecoder("utf-8", strictly);

/** Returns "UTF-16" if the file starts with its byte order mark, or with the NUL bytes that ASCII text has in UTF-16. */
function markedEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "UTF-16";
  if ((first === 0 && second !== 0 && third === 0) || (first !== 0 && second === 0 && third !== 0 && fourth === 0))
    return "UTF-16";
  return undefined;
}

/** Returns the longest start of the file that is UTF-8. A binary search, because the decoder does not say where it stops. */
function validPrefix(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  let decoded = "";
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      // With `stream`, a character that is cut at the end is neither an error nor decoded.
      decoded = new TextDecoder("utf-8", strictly).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return decoded;
}

function faultAt(file: string, before: string, message: string, fix: string): DecodedText {
  const shown = before.replace(/^\uFEFF/, "");
  const start = { line: shown.split("\n").length, column: shown.length - shown.lastIndexOf("\n") };
  return { text: "", fault: problemOf(textEncoding, file, { start, end: start }, message, fix) };
}
