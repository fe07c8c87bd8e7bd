import type { TextNode } from "./yaml-tree";

/**
 * Returns the offset in the file of each character of a scalar's value: `offsets[i]` is the offset of `value[i]`, and the last element is
 * the offset after the value. The line is always right. The column is right too, except for white space that YAML folds.
 */
export function scalarOffsets(text: string, node: TextNode): Uint32Array {
  if (node.style === "literal") return literalOffsets(text, node);
  return foldedOffsets(node, node.style === "double-quoted" ? unescaped(text, node) : asWritten(text, node));
}

/** Returns the offsets of a literal block. Each of its lines is a line of the file without the indentation. */
function literalOffsets(text: string, node: TextNode): Uint32Array {
  const offsets = new Uint32Array(node.value.length + 1);
  let lineStart = text.indexOf("\n", node.start) + 1;
  let at = 0;
  for (const line of node.value.split("\n")) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 || newline > node.end ? node.end : newline;
    const contentEnd = text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
    const from = Math.max(lineStart, contentEnd - line.length);
    for (let i = 0; i <= line.length && at + i < offsets.length; i++) offsets[at + i] = Math.min(from + i, node.end);
    at += line.length + 1;
    lineStart = Math.min(lineEnd + 1, node.end);
  }
  return offsets;
}

/** One character in the file, escaped or not, that is not white space. */
interface Written {
  readonly offset: number;
  /** Number of UTF-16 units in the value. */
  readonly units: number;
}

/**
 * Returns the offsets of plain, quoted or folded text. Characters other than white space keep their order, so file and value can be read in
 * parallel.
 */
function foldedOffsets({ value, start }: TextNode, written: Iterable<Written>): Uint32Array {
  const offsets = new Uint32Array(value.length + 1);
  let at = 0;
  let after = start;
  for (const { offset, units } of written) {
    while (at < value.length && isSpace(value.charCodeAt(at))) offsets[at++] = after;
    offsets.fill(offset, at, at + units);
    at += units;
    after = offset + 1;
  }
  return offsets.fill(after, at);
}

function* asWritten(text: string, node: TextNode): Generator<Written> {
  const quoted = node.style === "single-quoted";
  const start = node.style === "folded" ? text.indexOf("\n", node.start) : node.start;
  const end = node.end - (quoted ? 1 : 0);
  for (let offset = start + (quoted ? 1 : 0); offset < end; offset++) {
    if (isSpace(text.charCodeAt(offset))) continue;
    yield { offset, units: 1 };
    if (quoted && text[offset] === "'") offset++; // '' means one quote
  }
}

/** Number of hexadecimal digits after the letter of an escape. */
const digitsAfter: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function* unescaped(text: string, node: TextNode): Generator<Written> {
  for (let offset = node.start + 1; offset < node.end - 1; offset++) {
    if (isSpace(text.charCodeAt(offset))) continue;
    if (text[offset] !== "\\") {
      yield { offset, units: 1 };
      continue;
    }
    const letter = text.charAt(offset + 1);
    const digits = digitsAfter[letter] ?? 0;
    const code = digits > 0 ? parseInt(text.slice(offset + 2, offset + 2 + digits), 16) : undefined;
    const space = code === undefined ? "nrt \t\n\r".includes(letter) : isSpace(code);
    if (!space) yield { offset, units: code !== undefined && code > 0xffff ? 2 : 1 };
    offset += 1 + digits;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b && code !== 0x0c);
}
